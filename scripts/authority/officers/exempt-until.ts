import * as limits from '../../../shared/limits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Officer } from '../ports/officers.ts';

type Appointed = Pick<Officer, 'first' | 'since' | 'ownRaiseAt'>;

/**
 * Until when an officer needs no strict credential of their own: one of the first, who are there before anybody can raise them, until their own was raised,
 * and a month at the longest.
 * @returns epoch milliseconds; undefined for all others
 */
export function exemptUntil({ first, since, ownRaiseAt }: Appointed): number | undefined {
  return first
    ? Math.min(since + limits.firstOfficerExempt, ownRaiseAt ?? Number.POSITIVE_INFINITY)
    : undefined;
}

export function isExempt({ now }: Pick<AuthorityPorts, 'now'>, officer: Appointed): boolean {
  const until = exemptUntil(officer);
  return until !== undefined && now() < until;
}
