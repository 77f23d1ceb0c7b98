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
  face: { zh: '同意用手机拍您的脸来核验吗？', en: 'May the phone take pictures of your face?' },
  faceUses: {
    zh: '照片加密后只发给认证方。不同意也没关系，工作人员可以看身份证。',
    en: 'The pictures are sealed and go to the authority alone. Declining has no disadvantage: the staff can check your card.',
  },
  agree: { zh: '同意', en: 'Agree' },
  decline: { zh: '不同意', en: 'Decline' },
  voice: { zh: '也同意录下您读数字的声音吗？', en: 'May it also record you reading digits?' },
  voiceUses: {
    zh: '要读六个数字。声音加密后只发给认证方。不用声音也可以办，只看脸。',
    en: 'You read six digits aloud. The sound is sealed and goes to the authority alone. You can do without: then your face is enough.',
  },
  readers: {
    zh: '用读屏软件的，请选“不用声音”，免得读屏的声音被录进去。',
    en: 'If you use a screen reader, choose "No voice": it would be recorded too.',
  },
  agreeVoice: { zh: '同意录音', en: 'Agree' },
  withoutVoice: { zh: '不用声音', en: 'No voice' },
} as const satisfies Record<string, Text>;
