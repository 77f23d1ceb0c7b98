import { beginningInChina, dateInChina } from './china-calendar.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * When an ID card ends, epoch milliseconds: it counts through its last day by China's calendar, whatever the time zone of who asks. Undefined
 * of one that is valid for life.
 * @param validUntil `long-term`, or YYYY-MM-DD as the card has it
 */
export function validityEnd(validUntil: string): number | undefined {
  return validUntil === 'long-term' ? undefined : beginningInChina(validUntil) + day;
}

/** Ages from which a card lasts so many years, or for life: article 5 of the law on resident identity cards (2011). */
const terms = [
  { from: 46, years: undefined },
  { from: 26, years: 20 },
  { from: 16, years: 10 },
  { from: 0, years: 5 },
] as const;

/** Whether any card that was made by now for somebody born then can be valid so long. */
export function mayBeValidUntil(validUntil: string, birthDate: string, now: number): boolean {
  const today = dateInChina(now);
  const [year, birthday] = [Number(today.slice(0, 4)), birthDate.slice(4)];
  const age = year - Number(birthDate.slice(0, 4)) - (today.slice(4) < birthday ? 1 : 0);
  const years = terms.find(({ from }) => age >= from)?.years;
  if (years === undefined) return true;
  return validUntil !== 'long-term' && validUntil <= `${year + years}${today.slice(4)}`;
}
