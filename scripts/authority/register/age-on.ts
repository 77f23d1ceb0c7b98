import { dateInChina } from '../../../shared/china-calendar.ts';
import type { Store } from '../ports/store.ts';
import { testBirthOf } from './test-holders.ts';

/** From this age on one is an adult (Civil Code, article 17). */
export const adultFrom = 18;

/**
 * Whole years at the time `now`, by the calendar of China: a year is added on the birthday, for who was born on 29 February in another
 * year on 1 March.
 * @param born YYYY-MM-DD
 * @param now epoch milliseconds
 */
export function ageOn(born: string, now: number): number {
  const today = dateInChina(now);
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}

/** When a person was born, YYYY-MM-DD; undefined where nobody has said it yet. */
export function bornOf(store: Pick<Store, 'people'>, person: string): string | undefined {
  return store.people.find(person)?.born ?? testBirthOf(person);
}
