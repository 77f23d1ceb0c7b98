import type { FacePrompt, RetryHint } from '../../../shared/challenge.ts';
import type { Text } from '../../../shared/text.ts';

export const texts = {
  signIn: { zh: '去登录', en: 'Sign in' },
  scanAgain: { zh: '重新扫码', en: 'Scan the code again' },
  applyFirst: { zh: '申请网证', en: 'Apply for a credential' },
  raiseHelp: { zh: '如何升级网证', en: 'How to raise the level' },
  manage: { zh: '管理网证', en: 'Manage the credential' },
  bringAlong: { zh: '把网证迁到本机', en: 'Bring my credential here' },
  family: { zh: '查看家人', en: 'See your family' },
  familyCopy: { zh: '给家人一份回执', en: 'A copy for your family member' },
  backToCheck: { zh: '回到这次核验', en: 'Back to the check' },
  tryAgain: { zh: '再试一次', en: 'Try again' },
  withoutVoice: { zh: '不用声音，只刷脸', en: 'Go on without your voice' },
  withoutVoiceNext: {
    zh: '可以不录声音，只用人脸核验。会重新拍摄一次。',
    en: 'You can go on by your face alone: the pictures are taken once more.',
  },
  openSettings: { zh: '打开权限设置', en: 'Open the permission settings' },
  afterSignIn: {
    zh: '登录后会自动回到这一步，不用重新扫码。',
    en: 'Afterwards you are back at this step, and need not scan again.',
  },
} as const satisfies Record<string, Text>;

/** What the authority wants done better, in words that help. */
export const hintTexts = {
  'too-dark': { zh: '光线太暗，请到亮一点的地方', en: 'It is too dark: find a brighter place.' },
  'too-bright': { zh: '光线太强，请避开直射光', en: 'It is too bright: turn away from the light.' },
  'hold-still': { zh: '请拿稳手机', en: 'Hold the phone still.' },
  'face-too-small': { zh: '请离手机近一点', en: 'Come closer to the phone.' },
  'one-face-only': { zh: '画面中只能有一个人', en: 'Only one face may be in the picture.' },
  'prompt-missed': { zh: '请跟着提示做动作，动作大一点', en: 'Follow each prompt, with a clear movement.' },
  'look-straight': { zh: '开始时请正对手机', en: 'Look straight at the phone at first.' },
  'speak-louder': { zh: '请大声一点', en: 'Speak louder.' },
  'too-noisy': { zh: '周围太吵，请换个安静的地方', en: 'It is too noisy: find a quieter place.' },
  'say-the-digits': { zh: '请按顺序读出屏幕上的数字', en: 'Read the digits on the screen in their order.' },
  'recording-unreadable': {
    zh: '这部手机录的音无法使用。可以不用声音再试，或请工作人员核验证件',
    en: "This phone's recording cannot be used. Try again without your voice, or have the staff check your card.",
  },
  'less-loud': {
    zh: '声音太大，请小声一点，或把手机拿远一些',
    en: 'Too loud: speak less loudly, or hold the phone further away.',
  },
  'headset-off': {
    zh: '请断开蓝牙耳机或助听器，直接对着手机读',
    en: 'Disconnect the Bluetooth headset or hearing aid, and speak to the phone itself.',
  },
  'say-ling': {
    zh: '“0”请读“零”(líng)；申请时读的是“洞”，就照旧读“洞”',
    en: 'Read 0 as líng; if you read it otherwise when you applied, read it so.',
  },
  'say-yi': {
    zh: '“1”请读“一”(yī)；申请时读的是“幺”，就照旧读“幺”',
    en: 'Read 1 as yī; if you read it otherwise when you applied, read it so.',
  },
  'say-er': {
    zh: '“2”请读“二”(èr)；申请时读的是“两”，就照旧读“两”',
    en: 'Read 2 as èr; if you read it otherwise when you applied, read it so.',
  },
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
  'other-side': {
    zh: '您转向了另一边，请看清是向左还是向右，再转头',
    en: 'You turned to the other side: look whether it says left or right, then turn.',
  },
  'pictures-damaged': {
    zh: '有几张画面没有拍好，请再拍一次',
    en: 'Some of the pictures were damaged: please take them once more.',
  },
  'id-photo-unreadable': {
    zh: '附上的证件照片无法读取，请换一张照片',
    en: 'The ID photo you attached cannot be read: choose another one.',
  },
  'id-photo-too-dark': {
    zh: '附上的证件照片太暗，请换一张亮一点的照片',
    en: 'The ID photo you attached is too dark: choose a brighter one.',
  },
  'id-photo-too-bright': {
    zh: '附上的证件照片太亮，脸看不清，请换一张照片',
    en: 'The ID photo you attached is too bright to see the face: choose another one.',
  },
  'id-photo-blurred': {
    zh: '附上的证件照片模糊，请换一张清楚的照片',
    en: 'The ID photo you attached is blurred: choose a sharp one.',
  },
  'id-photo-face-small': {
    zh: '附上的证件照片里脸太小，请换一张脸大一点的照片',
    en: 'On the ID photo you attached the face is too small: choose one that shows it larger.',
  },
  'id-photo-one-face': {
    zh: '证件照片里要有一张正面的脸，而且只有您一个人，请换一张照片',
    en: 'The ID photo must show one face, your own, from the front: choose another one.',
  },
  'register-photo-unusable': {
    zh: '登记库里您的照片无法用来比对。这不是您的问题，请带上身份证找工作人员办理',
    en: 'The photo of you in the register cannot be compared. It is not your fault: bring your ID card to the staff.',
  },
  'card-not-matched': {
    zh: '身份证与您网证上的登记对不上，请受理员帮您核对',
    en: 'The ID card does not go with your credential: ask the officer to look at it with you.',
  },
  'card-expired': {
    zh: '身份证已过期，请先换领新的身份证，再来办理',
    en: 'The ID card has expired: get a new one first, then come again.',
  },
  'card-doubted': {
    zh: '这张身份证没有通过检验，请受理员帮您核对',
    en: 'The ID card was not accepted: ask the officer to look at it with you.',
  },
  'officer-refused': {
    zh: '受理员这次没有同意，可以当面问清原因',
    en: 'The officer did not agree this time: ask them why.',
  },
  'card-reported-lost': {
    zh: '您的身份证已挂失，这类业务暂时不能用网证。找到后请先撤销挂失，也可以请工作人员人工核验。',
    en: 'Your ID card is reported lost, so this kind of check cannot pass. Withdraw the report if you have found it, or ask the staff.',
  },
  'not-of-age': {
    zh: '这里只接待年满 18 周岁的人。柜台只知道没有通过，不知道原因，也不知道您的年龄',
    en: 'This place is for people of 18 years or older. The counter knows only that it was not confirmed: neither why nor your age.',
  },
  'age-not-known': {
    zh: '这里要核对是否年满 18 周岁，而您的网证是早先申请的，没有这一项。请重新申请网证再来，或者请工作人员看身份证',
    en: 'This place is for people of 18 years or older, and your credential is too old to tell. Apply again, or let the staff see your card.',
  },
  'kin-not-matched': {
    zh: '家人的姓名和号码对不上',
    en: 'Check name and number of the family member.',
  },
  'kin-other-form': {
    zh: '满 16 周岁的家人要带身份证到场',
    en: 'From 16 on they come along with the ID card.',
  },
  'kin-refused': { zh: '家人没有同意', en: 'They did not agree.' },
  'kin-has-phone': { zh: '家人自己有网证', en: 'They have a credential.' },
  'guardian-not-of-age': { zh: '监护人要满 18 周岁', en: 'A guardian is 18 or older.' },
  'family-full': { zh: '最多五位家人，请先解除一位', en: 'Five at most: end one first.' },
  'needs-guardian': {
    zh: '未满 14 周岁，请监护人一起到受理点',
    en: 'Under 14: go there with a guardian.',
  },
} as const satisfies Record<RetryHint, Text>;

export const promptTexts = {
  'turn-left': { zh: '请向左转头', en: 'Turn your head to your left' },
  'turn-right': { zh: '请向右转头', en: 'Turn your head to your right' },
  nod: { zh: '请点点头', en: 'Nod your head' },
  'open-mouth': { zh: '请张开嘴', en: 'Open your mouth' },
} as const satisfies Record<FacePrompt, Text>;
