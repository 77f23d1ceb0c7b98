import * as limits from '../../../shared/limits.ts';
import type { Text } from '../../../shared/text.ts';

/** How old an end is: `share` of its colour that has gone, from 0 to 1, and how long ago it was. */
export interface Age {
  share: number;
  ago: Text;
}

/** A verdict turns grey within `limits.verdictAges`, so that nobody takes it for that of the next guest; at once while the time is in doubt. */
export function ageOf(decidedAt: number, now: number | undefined): Age {
  if (now === undefined) return { share: 1, ago: { zh: '', en: '' } };
  const age = Math.max(0, now - decidedAt);
  return { share: Math.min(1, age / limits.verdictAges), ago: agoOf(Math.floor(age / 1000)) };
}

function agoOf(seconds: number): Text {
  const minutes = Math.floor(seconds / 60);
  if (minutes > 0) return { zh: `${minutes} 分钟前`, en: `${minutes} min ago` };
  return seconds < 3 ? { zh: '刚刚', en: 'just now' } : { zh: `${seconds} 秒前`, en: `${seconds} s ago` };
}

/** The colour between two of the form `#rrggbb`: `share` of the way from one to the other. */
export function mixColours(from: string, to: string, share: number): string {
  const mixed = [1, 3, 5].map((at) => {
    const [one, other] = [from, to].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((one ?? 0) + ((other ?? 0) - (one ?? 0)) * share);
  });
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
