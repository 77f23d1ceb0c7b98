import type { AcceptancePoint } from '../../../shared/contract/officer/terms.ts';
import type { PointList } from '../../../shared/contract/raise/appointment.ts';
import { type AcceptancePointId, idPattern } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { callBff } from '../holder/call-bff.ts';
import { type Guard, list, record, text } from '../holder/guards.ts';
import type { Holder } from '../holder/holder.ts';
import { patiently } from '../holder/patiently.ts';

const isPointId = text(new RegExp(idPattern.acp));

/** The contract's schema by hand, as in `holder/answers.ts`. */
export const isPoint: Guard<AcceptancePoint> = record({
  pointId: (value: unknown): value is AcceptancePointId => isPointId(value),
  name: text(),
  city: text(),
  address: text(),
  hours: text(),
  phone: text(/^[0-9+ -]{3,20}$/),
});

const isPointList: Guard<PointList> = record({
  points: list(isPoint, 0, limits.acceptancePoints),
  cities: list(text(), 0, limits.acceptancePoints),
});

/**
 * All places where a credential is raised, and their cities: which of them is near is for the person to say, and nobody learns of it.
 * @throws HolderProblem authority-unavailable, ...
 */
export async function listPoints(holder: Holder): Promise<PointList> {
  return await patiently(holder.platform.clock, () =>
    callBff(holder, { method: 'GET', path: '/holder/v1/acceptance-points', guard: isPointList }),
  );
}
