import { dateInChina } from '../../../../shared/china-calendar.ts';
import type { OfficerView } from '../../../../shared/contract/raise/officer-view.ts';
import type { Text } from '../../../../shared/text.ts';
import { keptState } from '../../kit/kept.ts';

/** What an officer did today, in sums: no session, no time and no person. */
export const sumTexts = {
  family: { zh: '亲属绑定和解除', en: 'Guardians bound, and given up' },
  raised: { zh: '升级为彩色', en: 'Raised to the coloured one' },
  'in-review': { zh: '转交复核', en: 'Handed to another officer' },
  refused: { zh: '未通过', en: 'Not raised' },
  unfinished: { zh: '没有办完', en: 'Not finished' },
  reviewed: { zh: '复核了他人办理的', en: 'Reviewed, of other officers' },
} as const satisfies Record<string, Text>;
export type Sum = keyof typeof sumTexts;
export const sums = [
  'raised',
  'in-review',
  'refused',
  'unfinished',
  'reviewed',
  'family',
] as const satisfies Sum[];
export type DaySums = Record<Sum, number>;

interface Kept {
  officerId: string;
  day: string;
  counts: DaySums;
}

const none: DaySums = { raised: 0, 'in-review': 0, refused: 0, unfinished: 0, reviewed: 0, family: 0 };
const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

const kept = keptState<Kept>(
  { name: 'liangzheng.officer.day', version: 1, storage: () => localStorage },
  {
    officerId: text,
    day: text,
    counts(value) {
      if (typeof value !== 'object' || value === null) return undefined;
      const counts = { ...none };
      for (const sum of sums) {
        const count: unknown = Reflect.get(value, sum);
        if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) return undefined;
        counts[sum] = count;
      }
      return counts;
    },
  },
);

/** Today's sums of this officer on this computer, by China's calendar; whatever was before or of somebody else is forgotten. */
export function readSums(officerId: string, now: number): DaySums {
  const { officerId: of, day, counts } = kept.read();
  return of === officerId && day === dateInChina(now) ? (counts ?? none) : none;
}

export function addToSums(officerId: string, now: number, sum: Sum): void {
  const counts = { ...readSums(officerId, now) };
  counts[sum] += 1;
  kept.keep({ officerId, day: dateInChina(now), counts });
}

/** Which sum an end counts for. */
export function sumOf({ state, ceremony }: Pick<OfficerView, 'state' | 'ceremony'>): Sum {
  if (state === 'passed') return ceremony === 'raise' ? 'raised' : 'family';
  if (state === 'failed') return 'refused';
  return state === 'in-review' ? 'in-review' : 'unfinished';
}
