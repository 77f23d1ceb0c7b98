import { dateInChina } from '../../../shared/china-calendar.ts';
import { type NameProblem, readPersonName } from '../../../shared/person-name.ts';
import {
  cleanNumber,
  isCalendarDate,
  parseResidentId,
  type ResidentId,
} from '../../../shared/resident-id.ts';
import type { Identity } from '../../../shared/sample/samples.ts';
import type { Holder } from '../holder/holder.ts';
import { serverTime } from '../holder/server-time.ts';

export type IdentityProblem =
  | { field: 'name'; problem: NameProblem }
  | { field: 'idNumber'; problem: Extract<ResidentId, { ok: false }>['problem'] }
  | { field: 'validUntil'; problem: 'not-a-date' | 'past' };

/**
 * Reads what was typed into the form: an identity that can be sealed, or what to correct. Nothing leaves the phone here. Dates
 * are judged by the BFF's time; before that is known, by the authority alone.
 */
export function identity(
  holder: Holder,
  typed: Identity,
): { ok: true; identity: Identity } | { ok: false; problems: IdentityProblem[] } {
  const name = readPersonName(typed.name);
  const now = serverTime(holder);
  const number = parseResidentId(cleanNumber(typed.idNumber), { allowTestRegion: holder.trust.sandbox, now });
  const problems = [
    ...(name.ok ? [] : [{ field: 'name' as const, problem: name.problem }]),
    ...(number.ok ? [] : [{ field: 'idNumber' as const, problem: number.problem }]),
    ...validityProblems(typed.validUntil, now),
  ];
  return problems.length === 0 && name.ok && number.ok
    ? { ok: true, identity: { name: name.written, idNumber: number.number, validUntil: typed.validUntil } }
    : { ok: false, problems };
}

function validityProblems(validUntil: string, now: number | undefined): IdentityProblem[] {
  if (validUntil === 'long-term') return [];
  if (!isCalendarDate(validUntil)) return [{ field: 'validUntil', problem: 'not-a-date' }];
  return now !== undefined && validUntil < dateInChina(now) ? [{ field: 'validUntil', problem: 'past' }] : [];
}
