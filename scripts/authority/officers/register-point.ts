import type { RegisteredPoint } from '../../../shared/contract/officer/terms.ts';
import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Point } from '../ports/officers.ts';

/**
 * Registers a point at a counter that the registrar has registered for the scene `acceptance`, or brings up to date what is said of it.
 * @throws Problem who-asks-unknown (the counter), id-taken (the counter is another point's)
 */
export function registerPoint({ store }: AuthorityPorts, point: RegisteredPoint): Point {
  return store.together(() => {
    const counter = store.counters.find(point.counterId);
    if (counter?.rpId !== point.rpId || !counter.scenes.includes('acceptance'))
      throw new Problem('who-asks-unknown');
    const there = store.points.ofCounter(point.counterId);
    if (there !== undefined && there.pointId !== point.pointId) throw new Problem('id-taken');
    store.points.put(point);
    return { ...point, revokedAt: undefined };
  });
}
