import type { FacePrompt, RetryHint } from '../../../shared/challenge.ts';
import type { Text } from '../../../shared/text.ts';

export const texts = {
  signIn: { zh: '去登录', en: 'Sign in' },
  scanAgain: { zh: '重新扫码', en: 'Scan the code again' },
  applyFirst: { zh: '申请网证', en: 'Apply for a credential' },
  raiseHelp: { zh: '如何升级网证', en: 'How to raise the level' },
  tryAgain: { zh: '再试一次', en: 'Try again' },
  openSettings: { zh: '打开权限设置', en: 'Open the permission settings' },
  signInFirst: { zh: '请先登录。', en: 'Please sign in first.' },
  afterSignIn: {
    zh: '登录后回到这一步。柜台二维码每秒更新，可能需要再扫一次。',
    en: 'You come back to this step. The code at the counter changes each second, so you may have to scan it again.',
  },
} as const satisfies Record<string, Text>;

/** What the authority wants done better, in words that help. */
export const hintTexts = {
  'too-dark': { zh: '光线太暗，请到亮一点的地方', en: 'It is too dark: find a brighter place.' },
  'too-bright': { zh: '光线太强，请避开直射光', en: 'It is too bright: turn away from the light.' },
  'hold-still': { zh: '请拿稳手机', en: 'Hold the phone still.' },
  'face-too-small': { zh: '请离手机近一点', en: 'Come closer to the phone.' },
  'one-face-only': { zh: '画面中只能有您一个人', en: 'Only your own face may be in the picture.' },
  'prompt-missed': { zh: '请跟着提示做动作，动作大一点', en: 'Follow each prompt, with a clear movement.' },
  'look-straight': { zh: '开始时请正对手机', en: 'Look straight at the phone at first.' },
  'speak-louder': { zh: '请大声一点', en: 'Speak louder.' },
  'too-noisy': { zh: '周围太吵，请换个安静的地方', en: 'It is too noisy: find a quieter place.' },
  'say-the-digits': { zh: '请按顺序读出屏幕上的数字', en: 'Read the digits on the screen in their order.' },
  'face-not-matched': {
    zh: '没有认出您的脸，请摘下帽子、口罩后再试',
    en: 'Your face was not recognised: take off hat and mask.',
  },
  'voice-not-matched': {
    zh: '没有认出您的声音，请用平常的声音读',
    en: 'Your voice was not recognised: speak as usual.',
  },
  'identity-not-matched': {
    zh: '姓名、号码和人脸对不上。请核对填写的内容，摘下帽子、口罩再试',
    en: 'Name, number and face do not go together: check what you typed, and take off hat and mask.',
  },
  'use-a-live-face': { zh: '请本人对着镜头，不要用照片', en: 'Show your own face, not a picture.' },
} as const satisfies Record<RetryHint, Text>;

export const promptTexts = {
  'turn-left': { zh: '请向左转头', en: 'Turn your head to your left' },
  'turn-right': { zh: '请向右转头', en: 'Turn your head to your right' },
  nod: { zh: '请点点头', en: 'Nod your head' },
  'open-mouth': { zh: '请张开嘴', en: 'Open your mouth' },
} as const satisfies Record<FacePrompt, Text>;
