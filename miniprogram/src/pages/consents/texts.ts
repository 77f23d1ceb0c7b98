import type { ConsentSubject } from '../../../../shared/consent/consent-forms.ts';
import type { keptAfterErasure } from '../../../../shared/contract/protect/erase.ts';
import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '我同意过什么', en: 'What I agreed to' },
  reading: { zh: '正在读取…', en: 'Reading…' },
  working: { zh: '正在办理…', en: 'Working…' },
  agreed: { zh: '现在同意', en: 'You agree' },
  notAgreed: { zh: '现在没有同意', en: 'You have not agreed' },
  ended: { zh: '以前同意过', en: 'Agreed to before' },
  ofWards: { zh: '家人的人脸', en: 'The faces of your family' },
  ofWardsEnd: {
    zh: '每次为家人办理，都会再问您。不再为家人办理的，请在“家人”里解除绑定。',
    en: 'You are asked each time that you act for them. To stop it for good, end it under "Family".',
  },
  toFamily: { zh: '打开“家人”', en: 'Open "Family"' },
  when: { zh: '什么时候', en: 'When' },
  where: { zh: '为了什么', en: 'What for' },
  who: { zh: '交给谁', en: 'Who gets it' },
  number: { zh: '凭据编号', en: 'Receipt number' },
  endedAt: { zh: '到什么时候为止', en: 'Until' },
  byAuthority: { zh: '只有认证方', en: 'The authority alone' },
  byWechat: { zh: '认证方和微信', en: 'The authority and WeChat' },
  byAlipay: { zh: '认证方和支付宝', en: 'The authority and Alipay' },
  showWords: { zh: '看当时的说明', en: 'Show the words' },
  hideWords: { zh: '收起说明', en: 'Hide the words' },
  outdated: {
    zh: '说明后来改过。下次要用时，会按新的说明重新问您。',
    en: 'The words have changed since. Before the next use you are asked anew, by the new ones.',
  },
  dayOnly: {
    zh: '柜台核验只记日期，不记时间和地点。',
    en: 'Of checks at a counter the day alone is recorded, neither time nor place.',
  },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  whatItDoes: { zh: '撤回以后', en: 'What it does' },
  otherWay: { zh: '还能怎么办事', en: 'The other way' },
  staffed: {
    zh: '请工作人员核验身份证，一样能办，不用刷脸。以后想用手机，可以重新申请。',
    en: 'The staff check your ID card; you are served just the same, without a face. You can apply again whenever you like.',
  },
  keep: { zh: '不撤回', en: 'Not now' },
  back: { zh: '返回', en: 'Back' },
  held: { zh: '查看和导出关于我的全部内容', en: 'See and export all that is held about me' },
  erase: { zh: '注销账号，全部删除', en: 'Erase my account' },
  eraseAsk: { zh: '要注销账号、全部删除吗？', en: 'Erase the account and everything?' },
  eraseDoes: {
    zh: '网证马上作废。本服务和认证方保存的人脸、声音、同意记录、通知，马上全部删除。这部手机也会清空。',
    en: 'The credential is void at once. Face, voice, consents and notices are deleted at once, here and at the authority. This phone is wiped too.',
  },
  eraseUndo: {
    zh: '不能恢复。以后还想用，可以重新登录、重新申请。',
    en: 'Nothing undoes it. If you want to use it again, you sign in and apply anew.',
  },
  eraseYes: { zh: '注销，全部删除', en: 'Erase everything' },
  eraseNo: { zh: '不注销', en: 'Keep the account' },
  exportFirst: {
    zh: '想留一份的，请先返回导出。',
    en: 'If you want a copy, go back and export it first.',
  },
  whatUndoesIt: { zh: '能恢复吗', en: 'Can it be undone' },
  whatStays: { zh: '哪些不能马上删除', en: 'What is not deleted at once' },
  erased: { zh: '已注销，全部删除', en: 'Everything is erased' },
  erasedNext: {
    zh: '请留下凭据，或记下编号。三年内打咨询电话报编号，运营方能查到哪天删除、是否删完，查不到您是谁。',
    en: 'Keep the receipt, or note the number. For three years whoever answers the enquiry number finds by it the day, and whether all is deleted; nobody finds who you are.',
  },
  erasureNumber: { zh: '注销凭据编号', en: 'Number of the receipt' },
  authorityDone: { zh: '认证方已删除。', en: 'The authority has deleted its part.' },
  authorityLater: {
    zh: '认证方暂时联系不上，会自动通知，直到删除为止。删完没有，可以凭编号打咨询电话问。',
    en: 'The authority cannot be reached just now; it is told again until it has deleted its part. By the number you can ask on the phone whether it has.',
  },
  copyReceipt: { zh: '复制凭据', en: 'Copy the receipt' },
  saveReceipt: { zh: '保存凭据（文件）', en: 'Save the receipt (file)' },
  copied: { zh: '已复制', en: 'Copied' },
  saved: { zh: '已保存', en: 'Saved' },
  copyFailed: { zh: '没有存成，请再试一次。', en: 'It could not be saved. Please try again.' },
} as const satisfies Record<string, Text>;

export const subjects: Record<ConsentSubject, { name: Text; ask: Text; does: Text; yes: Text; done: Text }> =
  {
    face: {
      name: { zh: '人脸', en: 'Face' },
      ask: { zh: '要撤回人脸吗？', en: 'Withdraw your face?' },
      does: {
        zh: '认证方马上删除登记的人脸和声音，网证作废，正在进行的核验也会停下。',
        en: 'The authority deletes the enrolled face and voice at once. The credential is void, and any check under way stops.',
      },
      yes: { zh: '撤回，网证作废', en: 'Withdraw my face' },
      done: { zh: '已撤回，网证已作废', en: 'Withdrawn, and the credential is void' },
    },
    voice: {
      name: { zh: '声音', en: 'Voice' },
      ask: { zh: '要撤回声音吗？', en: 'Withdraw your voice?' },
      does: {
        zh: '认证方马上删除登记的声音。网证照常用，只看脸。“当面核验”等级的，以后解冻要带身份证到受理点。',
        en: 'The authority deletes the enrolled voice at once. The credential works on, by your face. If it was checked in person, unfreezing it later takes an acceptance point.',
      },
      yes: { zh: '撤回声音', en: 'Withdraw my voice' },
      done: { zh: '已撤回，登记的声音已删除', en: 'Withdrawn, and the enrolled voice is deleted' },
    },
  };

export const forms = {
  apply: { zh: '申请网证', en: 'Applying for a credential' },
  check: { zh: '柜台核验', en: 'Checks at counters' },
  meet: { zh: '互相确认', en: 'Meeting somebody' },
  move: { zh: '把网证迁到本机', en: 'Bringing the credential here' },
  protect: { zh: '解冻、撤销挂失', en: 'Unfreezing, withdrawing a report' },
  raise: { zh: '受理点升级', en: 'Being raised at an acceptance point' },
  ward: { zh: '为身边的家人核验', en: 'Checks of family beside me' },
  'ward-afar': { zh: '家人在终端核验', en: 'Checks of family at a terminal' },
  kin: { zh: '绑定监护人', en: 'Having a guardian bound' },
  assist: { zh: '不用手机核验', en: 'Checks without a phone' },
} as const satisfies Record<string, Text>;

export const keptTexts: Record<(typeof keptAfterErasure)[number], Text> = {
  results: {
    zh: '柜台的核验结果：24 小时后删除，里面没有您的信息。',
    en: 'Results at counters: deleted after 24 hours. They do not say who you are.',
  },
  log: {
    zh: '运行日志：只记“有人办过”，看不出是谁。',
    en: 'The log: it says that something was done, and not by whom.',
  },
  counts: {
    zh: '防冒用的次数和锁定：到时间自动删除，最长一天。',
    en: 'Counts and locks against misuse: they end by themselves within a day.',
  },
  register: {
    zh: '国家的人口登记：依法本来就有，不是您在这里交的。',
    en: 'The population register: it is there by law, and did not come from you here.',
  },
  cases: {
    zh: '在受理点当面核验过的：受理员的办理记录，依法保留十年，里面没有人脸和声音。',
    en: 'If an officer checked you in person: the record of that, kept for ten years by law, without face or voice.',
  },
};
