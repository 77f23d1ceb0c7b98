import { dateInChina } from '../../../../shared/china-calendar.ts';
import * as limits from '../../../../shared/limits.ts';
import type { Text } from '../../../../shared/text.ts';
import { texts } from './texts.ts';

const day = 24 * 60 * 60 * 1000;
const weekdays = [
  { zh: '周日', en: 'Sun' },
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The days on which one may come, by China's calendar, as `2026-11-30`. @param now epoch milliseconds */
export function daysToCome(now: number): string[] {
  return Array.from({ length: limits.appointmentLifetime / day }, (_, n) => dateInChina(now + n * day));
}

/** A day in words: `11月30日 周一`, with `今天` or `明天` where it is one of them. */
export function dayText(of: string, now: number): Text {
  const at = new Date(`${of}T00:00:00Z`);
  const weekday = weekdays[at.getUTCDay()] ?? weekdays[0];
  const [month, date] = [at.getUTCMonth(), at.getUTCDate()];
  const near =
    of === dateInChina(now) ? texts.today : of === dateInChina(now + day) ? texts.tomorrow : undefined;
  return {
    zh: `${month + 1}月${date}日 ${weekday.zh}${near === undefined ? '' : `（${near.zh}）`}`,
    en: `${weekday.en} ${date} ${months[month] ?? ''}${near === undefined ? '' : ` (${near.en})`}`,
  };
}
