import { beginningInChina } from '../../../shared/china-calendar.ts';
import type { WardForm } from '../../../shared/family.ts';
import * as limits from '../../../shared/limits.ts';

const birthdays = { 'under-14': 14, 'under-18': 18, adult: undefined } as const satisfies Record<
  WardForm,
  number | undefined
>;

/**
 * The moment at which the birthday begins in China that ends the form, epoch milliseconds; for who was born on 29 February in another year on 1
 * March. undefined where none does.
 * @param born YYYY-MM-DD
 */
export function formEnds(born: string, form: WardForm): number | undefined {
  const years = birthdays[form];
  if (years === undefined) return undefined;
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = born.split('-').map(Number);
  return beginningInChina(new Date(Date.UTC(year + years, month - 1, day)).toISOString().slice(0, 10));
}

/** When a delegation ends by itself that begins or goes on at `from`: no later than the ID card by which the ward was bound, where it was one. */
export function delegationEnds(
  { born, form, cardEnds }: { born: string; form: WardForm; cardEnds: number | undefined },
  from: number,
): number {
  const never = Number.POSITIVE_INFINITY;
  return Math.min(from + limits.delegationLifetime, formEnds(born, form) ?? never, cardEnds ?? never);
}
