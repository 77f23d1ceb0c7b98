import type { CounterState } from '../../../shared/sessions.ts';
import type { Text } from '../../../shared/text.ts';
import type { Language } from '../kit/language.ts';

/** What stands on the page whatever happens. */
export const texts = {
  brand: { zh: '亮证', en: 'Liangzheng' },
  title: { zh: '亮证柜台', en: 'Liangzheng counter' },
  otherLanguage: { zh: 'English', en: '中文' },
  chooseTitle: { zh: '这个柜台办理什么？', en: 'What is this counter for?' },
  scene: { zh: '场景', en: 'Scene' },
  purpose: { zh: '事项', en: 'Purpose' },
  counter: { zh: '柜台', en: 'Counter' },
  start: { zh: '开始核验', en: 'Start a check' },
  codeCaption: {
    zh: '用微信、支付宝或浏览器扫码 · 每秒更新',
    en: 'Scan with WeChat, Alipay or a browser · new each second',
  },
  openHere: { zh: '没有手机？在这台电脑上打开', en: 'No phone? Open it on this computer' },
  next: { zh: '下一位', en: 'Next guest' },
  staffed: { zh: '改为人工核验', en: 'Check the ID card' },
  abandon: { zh: '结束本次', en: 'End this check' },
  change: { zh: '更换场景', en: 'Change the scene' },
  sandbox: {
    zh: '沙箱：这里的结果不能证明任何人的身份。',
    en: 'Sandbox: no result here proves who anybody is.',
  },
  unreachable: { zh: '⚠ 无法连接服务，请稍后重试。', en: '⚠ The service cannot be reached. Try again.' },
  noCounters: {
    zh: '⚠ 没有可用的沙箱柜台：请在运行服务的这台电脑上用 127.0.0.1 打开本页。',
    en: '⚠ No sandbox counter: open this page on the machine that runs the service, as 127.0.0.1.',
  },
} as const satisfies Record<string, Text>;

/** How long is left. */
export const timeLeft = {
  zh: (time: string) => `剩余 ${time}`,
  en: (time: string) => `${time} left`,
} as const satisfies Record<Language, (time: string) => string>;

/** How an end looks; each has a colour and a symbol, and the state has its words besides. */
export type Tone = 'live' | 'pass' | 'fail' | 'staffed' | 'calm';

/** What each state says to the clerk, complete by type. */
export const stateWords = {
  open: {
    tone: 'live',
    title: { zh: '请客人扫码', en: 'Ask the guest to scan' },
    hint: { zh: '核验由客人本人在手机上完成。', en: 'The guest does the rest on the phone.' },
  },
  claimed: {
    tone: 'live',
    title: { zh: '客人已扫码', en: 'The guest has scanned' },
    hint: {
      zh: '请与客人核对号码，其余由客人在手机上完成。客人停下时，可以改为人工核验。',
      en: 'Compare the number with the guest, who does the rest on the phone. If the guest stops, check the ID card instead.',
    },
  },
  passed: {
    tone: 'pass',
    title: { zh: '核验通过', en: 'Passed' },
    hint: { zh: '可以办理。', en: 'You may go on.' },
  },
  failed: {
    tone: 'fail',
    title: { zh: '核验未通过', en: 'Not passed' },
    hint: {
      zh: '这不代表客人有错。可以再试一次，或人工核验身份证。',
      en: 'The guest may have done nothing wrong. Try once more, or check the ID card.',
    },
  },
  declined: {
    tone: 'staffed',
    title: { zh: '改为人工核验', en: 'Check the ID card' },
    hint: {
      zh: '请核验客人的身份证，照常办理。',
      en: 'Look at the ID card and serve the guest all the same.',
    },
  },
  cancelled: {
    tone: 'calm',
    title: { zh: '本次已结束', en: 'This check was ended' },
    hint: { zh: '没有得出结果。', en: 'There is no result.' },
  },
  expired: {
    tone: 'calm',
    title: { zh: '已超时', en: 'Out of time' },
    hint: {
      zh: '没有得出结果，可以重新开始，或人工核验身份证。',
      en: 'No result. Start again, or check the ID card.',
    },
  },
  aborted: {
    tone: 'calm',
    title: { zh: '核验中断', en: 'Broken off' },
    hint: {
      zh: '出了故障，没有得出结果。可以重新开始，或人工核验身份证。',
      en: 'A fault: no result. Start again, or check the ID card.',
    },
  },
} as const satisfies Record<CounterState, { tone: Tone; title: Text; hint: Text }>;

/** Paths in a square of 100: a tick, a cross, a person, a dash. */
export const symbols = {
  live: '',
  pass: 'M14 54 L40 80 L88 22',
  fail: 'M20 20 L80 80 M80 20 L20 80',
  staffed: 'M50 12 a18 18 0 1 0 .1 0 M14 90 c0 -46 72 -46 72 0',
  calm: 'M18 50 L82 50',
} as const satisfies Record<Tone, string>;
