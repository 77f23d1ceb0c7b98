import * as limits from '../../../../shared/limits.ts';
import type { Text } from '../../../../shared/text.ts';

const hours = limits.resultRetention / 3_600_000;

export const texts = {
  title: { zh: '设置', en: 'Settings' },
  largeType: { zh: '大字（关怀版）', en: 'Large type' },
  largeTypeHint: { zh: '所有页面都用大字，下次打开也一样', en: 'On every page, and next time too' },
  consent: { zh: '拍摄和录音', en: 'Camera and microphone' },
  consentEach: {
    zh: '每次开始之前，都分别问您是否同意拍摄人脸、是否同意录下声音，没有“一次同意、长期有效”。拍完之前随时可以停止，什么都不会发送。',
    en: 'You never agree once and for all. Each time, before anything starts, you are asked about your face and about your voice separately. You may stop at any moment before the end: then nothing is sent.',
  },
  face: { zh: '人脸', en: 'Face' },
  faceText: {
    zh: '您按提示转头、张嘴，手机拍几张照片，用来确认是您本人、是真人。不同意拍摄，就不能用手机核验，请工作人员人工核验身份证。',
    en: 'A few pictures as you follow prompts, to see that it is you and a living person. Without your face the phone cannot be used; ask the staff to check your ID card.',
  },
  voice: { zh: '声音', en: 'Voice' },
  voiceText: {
    zh: '您读出屏幕上的一组数字，用来确认现在是您在办理。不同意录音，也可以只用人脸核验。',
    en: 'You read digits aloud, to see that it is you, now. Without your voice you can still be checked by face alone.',
  },
  withdraw: { zh: '怎样撤回同意', en: 'How to withdraw' },
  withdrawText: {
    zh: '以后核验时选“不同意”，或只对声音选“不用声音”，马上生效。申请时登记的人脸和声音由认证方保管；在“管理网证”的“我同意过什么”里随时可以撤回，认证方马上删除。撤回不影响您办事，可以人工核验。',
    en: 'From the next check on: choose "Decline", or for your voice alone "No voice". What was enrolled when you applied is held by the authority; withdraw it under "Manage the credential", "What I agreed to", and it is deleted at once. You can still be served: the staff check your card.',
  },
  manage: { zh: '管理网证（冻结、挂失、换手机）', en: 'Manage the credential (freeze, lost, new phone)' },
  privacy: { zh: '隐私说明', en: 'Privacy' },
  privacyCounter: {
    zh: '柜台得到什么：只有结果（通过或未通过）、等级和时间。柜台得不到您的姓名、证件号码、人脸和声音。',
    en: 'What the counter gets: the result, the level and the time. Never your name, your ID number, your face or your voice.',
  },
  privacySealed: {
    zh: '您的人脸、声音和证件信息在手机上加密，只有认证方能打开；本服务只负责转送，打不开，也不保存。',
    en: 'Face, voice and identity are sealed on the phone for the authority alone. This service passes them on; it cannot open them and keeps none.',
  },
  privacyPlatform: {
    zh: '如果页面写明由微信或支付宝拍摄，人脸就由它拍摄和核对：认证方会把您的姓名和身份证号告诉它，它告诉认证方是不是您本人。',
    en: 'Where a page says that WeChat or Alipay takes your face, it takes and compares it: the authority tells it your name and ID number, and it tells the authority whether it is you.',
  },
  privacyPhone: {
    zh: '手机上只保存这些：本机的密钥、网证的编号、看到第几条通知、认证方密钥表的版本号、您选的语言和字号、预约、您给家人起的称呼，以及加密的核验记录和回执。照片、声音和证件信息从不存进手机。',
    en: "This phone keeps its own key, the credential's opaque number, how many notices you have seen, the version of the authority's key list, your language and type size, an appointment, what you call your family, and your records and receipts, encrypted. Pictures, sound and identity are never written to storage.",
  },
  privacyRetention: {
    zh: `核验结果保留 ${hours} 小时供柜台再次读取，之后删除。`,
    en: `A result can be read again by the counter for ${hours} hours; then it is deleted.`,
  },
  privacyRecords: {
    zh: '退出登录，或者在另一台手机登录，本机的核验记录就会清除。被另一台手机顶替以后，本机只留下密钥，十天内只能用来说明“不是我本人登录的”。',
    en: 'Records are erased when you sign out, or sign in on another phone. After another phone took its place this one keeps its key alone, which for ten days can say "this was not me" and nothing else.',
  },
  privacyWhole: { zh: '查看完整隐私说明', en: 'Read the whole privacy text' },
  privacyCopied: { zh: '网址已复制，请在浏览器里打开', en: 'Address copied: open it in a browser' },
  logOut: { zh: '退出登录', en: 'Sign out' },
  logOutText: {
    zh: '退出会清除本机的密钥、网证编号和核验记录。再次使用需要重新登录并重新申请网证。',
    en: "Signing out erases this phone's key, its credential and its records. To use it again you sign in and apply anew.",
  },
  logOutAsk: { zh: '要退出并清除吗？', en: 'Sign out and erase?' },
  logOutYes: { zh: '退出并清除', en: 'Sign out and erase' },
  logOutNo: { zh: '不退出', en: 'Stay signed in' },
  logOutFailed: { zh: '没有清除成功，请重试。', en: 'It could not be erased. Please try again.' },
} as const satisfies Record<string, Text>;
