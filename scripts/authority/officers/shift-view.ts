import type { OfficerShift } from '../../../shared/contract/officer/terms.ts';
import * as limits from '../../../shared/limits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import { raisesLeft } from './raises-left.ts';
import type { StandingShift } from './standing-shift.ts';
import { waitingFor } from './waiting-for.ts';

/** A shift as its officer is told of it. */
export function shiftView(ports: AuthorityPorts, { shift, officer, point }: StandingShift): OfficerShift {
  const common = {
    ...{ shiftId: shift.id, name: officer.name, role: officer.role },
    ...{ since: shift.since, expiresAt: shift.expiresAt },
  };
  if (point === undefined) return { ...common, raisesLeft: 0, reviewsWaiting: 0 };
  const { pointId, name, city, address, hours, phone } = point;
  return {
    ...common,
    point: { pointId, name, city, address, hours, phone },
    raisesLeft: raisesLeft(ports, { officerId: officer.id, pointId }),
    reviewsWaiting: waitingFor(ports, officer, { most: limits.reviewsPerPage }).cases.length,
  };
}
