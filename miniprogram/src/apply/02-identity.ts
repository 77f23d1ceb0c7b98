import { limits } from '../../../shared/limits.ts';
import {
  dateInChina,
  isCalendarDate,
  parseResidentId,
  type ResidentId,
} from '../../../shared/resident-id.ts';
import type { Identity } from '../../../shared/sample/samples.ts';
import type { Holder } from '../holder/holder.ts';
import { serverTime } from '../holder/server-time.ts';

export type IdentityProblem =
  | { field: 'name'; problem: 'empty' | 'too-long' | 'characters' }
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
  const name = typed.name.trim();
  const now = serverTime(holder);
  const number = parseResidentId(typed.idNumber.trim(), { allowTestRegion: holder.trust.sandbox, now });
  const problems = [
    ...nameProblems(name),
    ...(number.ok ? [] : [{ field: 'idNumber' as const, problem: number.problem }]),
    ...validityProblems(typed.validUntil, now),
  ];
  return problems.length === 0 && number.ok
    ? { ok: true, identity: { name, idNumber: number.number, validUntil: typed.validUntil } }
    : { ok: false, problems };
}

function nameProblems(name: string): IdentityProblem[] {
  if (name.length === 0) return [{ field: 'name', problem: 'empty' }];
  if (name.length > limits.personName) return [{ field: 'name', problem: 'too-long' }];
  return /\p{Cc}/u.test(name) ? [{ field: 'name', problem: 'characters' }] : [];
}

function validityProblems(validUntil: string, now: number | undefined): IdentityProblem[] {
  if (validUntil === 'long-term') return [];
  if (!isCalendarDate(validUntil)) return [{ field: 'validUntil', problem: 'not-a-date' }];
  return now !== undefined && validUntil < dateInChina(now) ? [{ field: 'validUntil', problem: 'past' }] : [];
}
