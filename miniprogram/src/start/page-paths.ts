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
  records: '/pages/records/index',
  settings: '/pages/settings/index',
  help: '/pages/help/index',
  face: '/capture/face/index',
  voice: '/capture/voice/index',
} as const;

export type PageName = keyof typeof pagePaths;
