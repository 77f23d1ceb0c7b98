import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '核验回执', en: 'Receipt of a check' },
  opening: { zh: '正在打开，并向认证方核对…', en: 'Opening it, and checking it with the authority …' },
  whose: { zh: '谁的核验', en: 'Whose check' },
  own: { zh: '本人核验，由家人协助', en: 'Of whoever was given this, with help of the family' },
  who: { zh: '单位', en: 'Who asked' },
  scene: { zh: '业务', en: 'Business' },
  confirmed: { zh: '认证方已确认', en: 'Confirmed by the authority' },
  noName: {
    zh: '回执里没有姓名、号码和照片。',
    en: 'No name, no number and no picture stand in it.',
  },
  print: { zh: '打印', en: 'Print' },
  keep: {
    zh: '要留存：打印出来，或在打印里选“存储为 PDF”。90\u00a0天后这个地址就打不开了。',
    en: 'To keep it, print it, or choose "Save as PDF" as you print. After 90 days this address opens nothing any more.',
  },
  secret: {
    zh: '有这个地址或二维码的人都能看这份回执，请不要转发给别人。',
    en: 'Whoever has this address or its code can read this receipt: do not pass it on.',
  },

  cut: { zh: '地址不完整。', en: 'This address is not complete.' },
  cutNext: {
    zh: '请重新扫一次码；还打不开，请家人再给一次。',
    en: 'Scan the code again. If it still does not open, ask your family for it once more.',
  },
  none: { zh: '这里没有回执。', en: 'There is no receipt here.' },
  noneNext: {
    zh: '刚核验完的，请过一分钟再试。没有出结果的核验没有回执，满 90\u00a0天的已经删除。',
    en: 'If the check was just now, try again in a minute. A check without a result has none, and after 90 days it is deleted.',
  },
  faulty: {
    zh: '这份回执不能确认，请不要当作凭据。',
    en: 'This receipt cannot be confirmed: do not rely on it.',
  },
  faultyNext: {
    zh: '请看一下这部设备的日期和时间对不对，再试一次；还是这样，请拨打咨询电话。',
    en: 'See whether date and time of this device are right and try again. If it stays so, call the hotline.',
  },
  keyGone: {
    zh: '认证方换过密钥，这份回执不能再确认了。',
    en: 'The authority has changed its keys: this receipt cannot be confirmed any more.',
  },
  unreachable: { zh: '现在连不上。', en: 'The service could not be reached.' },
  unreachableNext: { zh: '请检查网络，再试一次。', en: 'Check the network and try again.' },
  retry: { zh: '再试一次', en: 'Try again' },
} as const satisfies Record<string, Text>;
