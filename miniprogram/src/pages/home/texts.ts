import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '亮证', en: 'Liangzheng' },
  scanHint: {
    zh: '扫描柜台上的二维码，先看清谁要核验、办什么事，再决定是否同意。',
    en: 'Scan the code on the counter. You see who asks and for what before you decide.',
  },
  apply: { zh: '申请网证', en: 'Apply for a credential' },
  applyAgain: { zh: '重新申请网证', en: 'Apply again' },
  signIn: { zh: '登录', en: 'Sign in' },
  signInAgain: { zh: '在本机重新登录', en: 'Sign in on this phone again' },
  records: { zh: '核验记录', en: 'Records' },
  settings: { zh: '设置 Settings', en: 'Settings 设置' },
  help: { zh: '帮助', en: 'Help' },
  staffed: {
    zh: '不想用手机？请工作人员人工核验身份证即可。',
    en: 'Rather not use the phone? Ask the staff to check your ID card.',
  },
  kind: { zh: '网络身份凭证', en: 'Digital identity credential' },
  credential: { zh: '网证', en: 'Credential' },
  reading: { zh: '正在读取', en: 'Reading' },
  none: { zh: '还没有网证', en: 'No credential yet' },
  noneHint: { zh: '申请一次，以后到柜台只需扫码。', en: 'Apply once; at counters you then only scan.' },
  void: { zh: '本机网证已失效', en: 'Void on this phone' },
  voidHint: { zh: '需要重新申请后才能在本机使用。', en: 'Apply again to use one on this phone.' },
  basicName: { zh: '黑白网证', en: 'Basic credential' },
  strictName: { zh: '彩色网证', en: 'Strict credential' },
  basicHint: { zh: '可用于酒店、网吧、寄递等', en: 'For hotels, internet cafés, parcels' },
  strictHint: { zh: '也可用于政务窗口、交通管理', en: 'Also for government windows and traffic police' },
  thisPhone: { zh: '仅限本机使用', en: 'Works on this phone only' },
  checking: { zh: '正在更新…', en: 'Updating…' },
  fresh: { zh: '已是最新状态', en: 'Up to date' },
  stored: { zh: '显示本机保存的状态', en: 'As this phone last knew it' },
  signedOut: { zh: '登录后更新状态', en: 'Sign in to update' },
  update: { zh: '更新状态', en: 'Update' },
  tookOver: {
    zh: '已在本机登录，您之前使用的手机已退出，其网证已失效。',
    en: 'You are signed in here. Your other phone is signed out and its credential is void.',
  },
  voidedHere: {
    zh: '您已在另一台手机登录，本机已退出',
    en: 'Signed in on another phone: this one is signed out',
  },
  voidedNext: {
    zh: '本机的密钥和网证已清除。如果是您本人换了手机，不用处理。如果不是您，请马上在本机重新登录并重新申请，另一台手机随即失效。',
    en: 'The key and the credential on this phone are erased. If it was you, nothing needs to be done. If not, sign in here again at once and apply anew: the other phone is then signed out.',
  },
} as const satisfies Record<string, Text>;
