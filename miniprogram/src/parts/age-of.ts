import * as limits from '../../../shared/limits.ts';
import type { Text } from '../../../shared/text.ts';

/** How old an end is: in words, and whether its colour has gone, so that what is left on a screen is not taken for what is now. */
export interface Age {
  aged: boolean;
  ago: Text;
}

/** @param decidedAt epoch milliseconds, by the same clock as `now`; a clock that is a little behind makes it no younger than now */
export function ageOf(decidedAt: number, now: number): Age {
  const age = Math.max(0, now - decidedAt);
  return { aged: age >= limits.verdictAges, ago: agoOf(Math.floor(age / 1000)) };
}

function agoOf(seconds: number): Text {
  if (seconds < 3) return { zh: '刚刚', en: 'just now' };
  if (seconds < 60) return { zh: `${seconds} 秒前`, en: `${seconds} s ago` };
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return { zh: `${minutes} 分钟前`, en: `${minutes} min ago` };
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return { zh: `${hours} 小时前`, en: hours === 1 ? '1 hour ago' : `${hours} hours ago` };
  const days = Math.floor(hours / 24);
  return { zh: `${days} 天前`, en: days === 1 ? '1 day ago' : `${days} days ago` };
}
