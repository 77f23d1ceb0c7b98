import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '确认核验', en: 'Confirm the check' },
  opening: { zh: '正在读取柜台的请求…', en: 'Reading what the counter asks…' },
  match: { zh: '请核对：柜台屏幕上应显示同一个数字', en: 'The counter must show the same number' },
  who: { zh: '谁要核验', en: 'Who asks' },
  counter: { zh: '柜台', en: 'Counter' },
  what: { zh: '用途', en: 'What for' },
  level: { zh: '需要的网证', en: 'Credential needed' },
  learns: {
    zh: '柜台只会知道“通过”或“未通过”，看不到您的姓名、号码、照片和声音。',
    en: 'The counter learns only “passed” or “not passed”: not your name, number, picture or voice.',
  },
  uses: {
    zh: '同意后将用相机拍摄您的脸，并用麦克风录下您读数字的声音。',
    en: 'If you agree, the camera takes your face and the microphone takes your voice reading digits.',
  },
  withoutVoice: { zh: '这次不使用声音', en: 'Do not use my voice this time' },
  agree: { zh: '同意', en: 'Agree' },
  decline: { zh: '不同意', en: 'Decline' },
  sandbox: { zh: '沙箱演示，不具证明效力', en: 'Sandbox: this proves nothing' },
} as const satisfies Record<string, Text>;
