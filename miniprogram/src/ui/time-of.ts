/** A moment (epoch milliseconds) on the phone's own clock, such as `2026-11-22 09:05`. */
export function timeOf(at: number): string {
  return `${dayOf(at)} ${clockOf(at).slice(0, 5)}`;
}

/** Its day, such as `2026-11-22`, which no line breaks: browsers would after each hyphen. */
export function dayOf(at: number): string {
  const moment = new Date(at);
  return [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join('-\u2060');
}

/** The last day of what ends at that moment: what ends at midnight counts through the day before. */
export function lastDayOf(end: number): string {
  return dayOf(end - 1);
}

/** Its time of day to the second, such as `09:05:07`. */
export function clockOf(at: number): string {
  const moment = new Date(at);
  return [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two).join(':');
}

const two = (part: number): string => String(part).padStart(2, '0');
