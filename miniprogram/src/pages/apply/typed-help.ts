import { parseResidentId } from '../../../../shared/resident-id.ts';
import type { Text } from '../../../../shared/text.ts';
import type { Holder } from '../../holder/holder.ts';
import { serverTime } from '../../holder/server-time.ts';
import { numberProblems } from './texts.ts';

/** Characters of a number. */
export const numberLength = 18;

/** What to say of a number while it is typed: nothing is wrong with one that is only too short as yet. */
export function numberHelp(typed: string, holder: Holder): { good: boolean; wrong: Text | undefined } {
  if (/[^0-9X]/.test(typed) || /X./.test(typed)) return { good: false, wrong: numberProblems.characters };
  if (typed.length < numberLength) return { good: false, wrong: undefined };
  const now = serverTime(holder);
  const read = parseResidentId(typed, { allowTestRegion: holder.trust.sandbox, now });
  return read.ok ? { good: true, wrong: undefined } : { good: false, wrong: numberProblems[read.problem] };
}

/** YYYY-MM-DD of a date typed with whatever between its parts; anything else as it is. */
export function dateTyped(typed: string): string {
  const digits = typed.replace(/[^0-9]/g, '');
  if (digits.length !== 8) return typed.trim();
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
}
