import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '确认核验', en: 'Confirm the check' },
  opening: { zh: '正在查看是谁要核验…', en: 'Reading what the counter asks…' },
  who: { zh: '核验方', en: 'Who asks' },
  counter: { zh: '柜台', en: 'Counter' },
  place: { zh: '地点', en: 'Place' },
  what: { zh: '办理事项', en: 'What for' },
  level: { zh: '需要', en: 'Needs' },
  learns: {
    zh: '柜台只会知道“通过”或“未通过”，看不到您的姓名、号码、照片和声音。',
    en: 'The counter learns only "passed" or "not passed": not your name, number, picture or voice.',
  },
  uses: {
    zh: '同意后，手机会拍您的脸，并录下您读数字的声音。不同意也没关系，可以人工核验。',
    en: 'If you agree, the phone takes pictures of your face and records you reading digits. Declining has no disadvantage.',
  },
  withoutVoice: { zh: '这次不使用声音', en: 'Do not use my voice this time' },
  agree: { zh: '同意', en: 'Agree' },
  decline: { zh: '不同意', en: 'Decline' },
  sandbox: { zh: '沙箱演示，不具证明效力', en: 'Sandbox: this proves nothing' },
} as const satisfies Record<string, Text>;
