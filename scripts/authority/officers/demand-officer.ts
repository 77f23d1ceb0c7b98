import type { AuthorityChallengeBody } from '../../../shared/contract/authority/03-challenge.ts';
import type { OfficerRole } from '../../../shared/contract/officer/terms.ts';
import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import { isRelated } from './is-related.ts';
import { standingShift } from './standing-shift.ts';

/**
 * That the officer of a session is of that role and on a shift at the very counter that asks, by the key of the browser, and has nothing to do
 * with the person.
 * What the BFF calls the officer does not count.
 * @throws Problem request-invalid, shift-over, officer-may-not
 */
export function demandOfficer(
  ports: AuthorityPorts,
  role: OfficerRole,
  { parties, rpId, counterId }: AuthorityChallengeBody,
  person: string | undefined,
): void {
  const key = parties?.officer;
  if (key === undefined) throw new Problem('request-invalid');
  const { officer } = standingShift(ports, ports.store.shifts.ofKey(key));
  if (officer.rpId !== rpId || officer.counterId !== counterId) throw new Problem('shift-over');
  if (officer.role !== role) throw new Problem('officer-may-not');
  if (person !== undefined && isRelated(ports, person, officer)) throw new Problem('officer-may-not');
}
