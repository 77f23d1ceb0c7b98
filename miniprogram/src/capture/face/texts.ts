import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '人脸采集', en: 'Face' },
  ready: { zh: '请把脸放进圆框里，周围光线要亮', en: 'Place your face in the oval, in good light' },
  what: {
    zh: '开始后，请跟着大字做两个动作，大约 10 秒。照片加密后只发给认证方。',
    en: 'Then follow two prompts in large type, about 10 seconds. The pictures go to the authority alone, sealed.',
  },
  start: { zh: '开始', en: 'Start' },
  preparing: { zh: '正在准备…', en: 'Getting ready…' },
  cameraOpening: { zh: '正在打开相机…', en: 'Opening the camera…' },
  look: { zh: '请正对屏幕，不要动', en: 'Look straight ahead, hold still' },
  cancel: { zh: '停止', en: 'Stop' },
  step: { zh: '步骤', en: 'Step' },
} as const satisfies Record<string, Text>;
