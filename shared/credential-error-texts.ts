import type { Text } from './text.ts';

/** What the errors of a credential and of its life say to a person: a part of `errorTexts`. */
export const credentialErrorTexts = {
  'credential-missing': { zh: '您还没有网证', en: 'You have no credential yet.' },
  'credential-void': { zh: '您的网证已失效', en: 'Your credential is void.' },
  'credential-frozen': { zh: '您的网证已冻结', en: 'Your credential is frozen.' },
  'credential-suspended': {
    zh: '您的网证已暂停使用，等待处理',
    en: 'Your credential is suspended until it is settled.',
  },
  'credential-unusable': {
    zh: '您的网证还没有迁到这部手机',
    en: 'Your credential has not been brought to this phone yet.',
  },
  'credential-state-other': {
    zh: '网证的状态已经变了，这一步现在办不了',
    en: 'The credential is in another state by now: this cannot be done.',
  },
  'credential-locked': {
    zh: '多次没有通过，网证暂停使用 30 分钟',
    en: 'Too many failed checks: the credential rests for 30 minutes.',
  },
  'application-rests': {
    zh: '多次没有通过，请过几个小时再申请，或请工作人员办理',
    en: 'Too many applications did not pass: apply again some hours later, or ask the staff.',
  },
  'level-too-low': {
    zh: '办这件事需要当面核验过的网证',
    en: 'This needs a credential that was checked in person.',
  },
  'consent-missing': {
    zh: '没有同意拍摄人脸，不能用手机核验',
    en: 'You did not agree to pictures of your face, so the phone cannot be used for this.',
  },
  'consent-outdated': {
    zh: '同意的说明已经更新，要按新的说明重新问您',
    en: 'The text that asks for consent has changed, so you are asked again by the new one.',
  },
  'export-refused': {
    zh: '认证方只把这些内容交给网证所在的手机',
    en: 'The authority gives this to the phone of the credential alone.',
  },
  'voice-needed': {
    zh: '这张网证登记过声音，这一步也要听声音。请在“管理网证”里重新办，并同意录音；不方便出声的，看下一句',
    en: 'A voice was enrolled with this credential, and this step needs it too. Begin again under "Manage" and agree to the recording; if you cannot speak, read on.',
  },
  'move-over': {
    zh: '已超过 24 小时，网证不能再迁过来了',
    en: 'More than 24 hours have passed: the credential cannot be brought along any more.',
  },
  'move-rests': {
    zh: '这部手机没有原手机的安全芯片签名，要等一天才能迁网证',
    en: 'This phone lacks the secure key that the former one had: the credential can be brought along after a day.',
  },
  'ticket-over': {
    zh: '已超过十天，或原手机已挂失，不能再提出异议',
    en: 'The ten days are over, or the phone was reported lost: it can dispute nothing any more.',
  },
  'disputed-already': { zh: '您已经提出过异议', en: 'This has been disputed already.' },
  'resolved-already': { zh: '这件异议已经处理', en: 'This dispute has been resolved already.' },
} as const satisfies Record<string, Text>;
