import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '拍摄人脸', en: 'Your face' },
  ready: { zh: '请把脸放进圆框里，周围光线要亮', en: 'Place your face in the oval, in good light' },
  what: {
    zh: '开始后，请跟着图和大字做两个动作，大约 10 秒。照片加密后只发给认证方。',
    en: 'After you tap Start, follow two prompts, in pictures and large type, about 10 seconds. The pictures are sealed and go to the authority alone.',
  },
  start: { zh: '开始', en: 'Start' },
  preparing: { zh: '正在准备…', en: 'Getting ready…' },
  cameraOpening: { zh: '正在打开相机…', en: 'Opening the camera…' },
  look: { zh: '请正对屏幕，不要动', en: 'Look ahead, hold still' },
  closed: { zh: '相机已关闭，准备好后再打开', en: 'The camera is off: open it when you are ready' },
  cameraClosed: {
    zh: '一分钟没有开始，相机已自动关闭。没有拍照。',
    en: 'Nobody started for a minute, so the camera was closed. No picture was taken.',
  },
  openCamera: { zh: '打开相机', en: 'Open the camera' },
  cancel: { zh: '停止', en: 'Stop' },
  step: { zh: '步骤', en: 'Step' },
} as const satisfies Record<string, Text>;
