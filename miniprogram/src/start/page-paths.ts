/** Every page by its name. The pages of `capture` are a package of their own, loaded when first asked for. */
export const pagePaths = {
  home: '/pages/home/index',
  login: '/pages/login/index',
  apply: '/pages/apply/index',
  scan: '/pages/scan/index',
  confirm: '/pages/confirm/index',
  waiting: '/pages/waiting/index',
  word: '/pages/word/index',
  result: '/pages/result/index',
  meet: '/pages/meet/index',
  copy: '/pages/meet/copy/index',
  records: '/pages/records/index',
  settings: '/pages/settings/index',
  help: '/pages/help/index',
  manage: '/pages/manage/index',
  move: '/pages/move/index',
  notices: '/pages/notices/index',
  dispute: '/pages/dispute/index',
  consents: '/pages/consents/index',
  appointment: '/pages/appointment/index',
  family: '/pages/family/index',
  face: '/capture/face/index',
  voice: '/capture/voice/index',
} as const;

export type PageName = keyof typeof pagePaths;
