import type { DayPart } from '../../../../shared/raise/day-parts.ts';
import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '预约受理点', en: 'Visit an acceptance point' },
  reading: { zh: '正在读取…', en: 'Reading…' },
  working: { zh: '正在预约…', en: 'One moment…' },
  lead: {
    zh: '带身份证到受理点，受理员当面核对，网证就升级为彩色，政务窗口、开户、办电话卡也能用。大约十分钟。',
    en: 'An officer compares you with your ID card, and the credential becomes the coloured one: for government windows, bank accounts and SIM cards too. It takes about ten minutes.',
  },
  walkIn: {
    zh: '不预约也可以直接去。不会查您的位置，去哪里由您选。',
    en: 'You can also just go there. Your location is not read: you choose the place.',
  },
  isStrict: { zh: '您的网证已经是彩色', en: 'Yours is the coloured one already' },
  isStrictNext: {
    zh: '不用再升级。要设密码、要人工解冻的，仍可以预约。',
    en: 'Nothing needs to be raised. To set a PIN, or to have it unfrozen by an officer, you can still come.',
  },
  none: { zh: '您还没有网证', en: 'You have no credential yet' },
  noneNext: {
    zh: '先在手机上申请，再到受理点升级。身边没有手机的人，也可以直接到受理点问。',
    en: 'Apply on the phone first, then have it raised. Who has no phone can ask at a point.',
  },
  apply: { zh: '申请网证', en: 'Apply for a credential' },
  askPlace: { zh: '去哪里？', en: 'Where?' },
  search: { zh: '找城市、名称或街道', en: 'City, name or street' },
  searchHint: { zh: '也可以在下面选城市', en: 'Or choose a city below' },
  noneFound: { zh: '没有找到这个地方', en: 'Nothing found' },
  noneFoundNext: {
    zh: '少打几个字再试，或者在下面选城市。都不合适，请打咨询电话。',
    en: 'Try fewer letters, or choose a city below. If none suits you, call the hotline.',
  },
  noPoints: { zh: '现在没有受理点', en: 'There is no acceptance point now' },
  noPointsNext: {
    zh: '请过些时候再看，或打咨询电话。办事时请工作人员人工核验身份证，一样能办。',
    en: 'Look again later, or call the hotline. Wherever you are, the staff can check your ID card instead.',
  },
  hours: { zh: '开放时间', en: 'Open' },
  phone: { zh: '电话', en: 'Telephone' },
  askDay: { zh: '哪一天去？', en: 'On which day?' },
  checkHours: { zh: '请看好开放时间', en: 'Mind when it is open' },
  askPart: { zh: '上午还是下午？', en: 'Morning or afternoon?' },
  today: { zh: '今天', en: 'today' },
  tomorrow: { zh: '明天', en: 'tomorrow' },
  made: { zh: '我的预约', en: 'Your appointment' },
  code: { zh: '预约码', en: 'Code' },
  sayIt: {
    zh: '到了以后，把这六位数字念给受理员。',
    en: 'Read these six digits to the officer when you are there.',
  },
  noProof: {
    zh: '它只用来找到预约，不能证明您是谁，也不能用来登录。有人打电话来要，不要给。',
    en: 'It only finds the appointment: it proves nothing about you and signs nobody in. If somebody calls and asks for it, tell them nothing.',
  },
  place: { zh: '地点', en: 'Place' },
  address: { zh: '地址', en: 'Address' },
  when: { zh: '时间', en: 'When' },
  bring: { zh: '请带好', en: 'Bring' },
  bringCard: { zh: '身份证原件（复印件不行）', en: 'your ID card itself, no copy' },
  bringPhone: { zh: '这部手机，要有电', en: 'this phone, charged' },
  bringNobody: {
    zh: '要本人来，别人代办不了；可以有人陪',
    en: 'yourself: nobody can do it for you, but somebody may come along',
  },
  late: {
    zh: '去不了、晚到都没关系：当天过后预约自己失效，想去时直接去或再约。',
    en: 'It does not matter if you are late or cannot come: it lapses by itself after that day. Just go another time, or make another one.',
  },
  cancel: { zh: '取消预约', en: 'Cancel it' },
  askCancel: { zh: '要取消这次预约吗？', en: 'Cancel this appointment?' },
  askCancelNext: {
    zh: '预约码马上作废，可以再约别的时间、地方。',
    en: 'The code is void at once; you can make another appointment.',
  },
  cancelYes: { zh: '取消它', en: 'Yes, cancel' },
  cancelNo: { zh: '保留', en: 'Keep it' },
  cancelling: { zh: '正在取消…', en: 'One moment…' },
  cancelled: { zh: '预约已取消', en: 'The appointment is cancelled' },
} as const satisfies Record<string, Text>;

export const partTexts: Record<DayPart, Text> = {
  morning: { zh: '上午', en: 'morning' },
  afternoon: { zh: '下午', en: 'afternoon' },
};

/** No line ends within a number. */
export const phoneText = (phone: string): string => phone.replaceAll('-', '\u2011');

export function chooseText(name: string): Text {
  return { zh: `去${name}`, en: `Choose ${name}` };
}

export function inCity(name: string): Text {
  return { zh: `${name}的受理点`, en: `Points in ${name}` };
}

export function pointsOf(count: number): Text {
  return { zh: `${count} 个受理点`, en: count === 1 ? '1\u00a0point' : `${count}\u00a0points` };
}
