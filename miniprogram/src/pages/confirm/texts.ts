import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '确认核验', en: 'Confirm the check' },
  opening: { zh: '正在查看是谁要核验…', en: 'Reading who asks…' },
  arrived: { zh: '已扫码，正在登录…', en: 'Scanned. Signing you in…' },
  asks: { zh: '想确认您是本人', en: 'wants to know that you are you' },
  signed: { zh: '名称和地点已由认证方登记', en: 'Name and place are registered with the authority' },
  what: { zh: '办理事项', en: 'What for' },
  level: { zh: '需要', en: 'Needs' },
  learnsName: { zh: '柜台会知道', en: 'The counter learns' },
  learns: {
    zh: '只知道是否通过，看不到您的姓名、号码、照片和声音。',
    en: 'only "passed" or "not passed": not your name, number, picture or voice.',
  },
  adultName: { zh: '还会核对', en: 'Also checked' },
  adult: {
    zh: '您是否年满 18 周岁，由认证方核对；柜台只知道是否通过。',
    en: 'whether you are 18 or older, by the authority: the counter learns "passed" or "not passed" alone.',
  },
  person: { zh: '一个人', en: 'Another person' },
  asksPrivately: {
    zh: '想与您互相确认是不是本人',
    en: 'wants each of you to be confirmed as the owner of a credential',
  },
  privately: {
    zh: '提出的是个人，不是机构，也没有柜台。认证方不提供姓名，双方都看不到对方的姓名。',
    en: 'It is a private person: no business, no authority, no counter. No name is given, on either side.',
  },
  signedPrivately: {
    zh: '“个人提出”已由认证方证明',
    en: 'That a private person asks is certified by the authority',
  },
  otherLearns: { zh: '对方会知道', en: 'The other learns' },
  learnsPrivately: {
    zh: '双方都完成后，只知道您是否本人，看不到姓名、号码、照片和声音。',
    en: 'only "confirmed" or "not confirmed", once both have agreed and finished: not your name, number, picture or voice.',
  },
  forFamily: { zh: '为家人办理', en: 'This is for a family member' },
  agree: { zh: '同意', en: 'Agree' },
  decline: { zh: '不同意', en: 'Decline' },
  readers: {
    zh: '用读屏软件的，请选“不用声音”，免得读屏的声音被录进去。',
    en: 'If you use a screen reader, choose "No voice": it would be recorded too.',
  },
  agreeVoice: { zh: '同意录音', en: 'Agree' },
  withoutVoice: { zh: '不用声音', en: 'No voice' },
} as const satisfies Record<string, Text>;
