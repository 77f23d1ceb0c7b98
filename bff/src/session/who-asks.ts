import type { WhoAsks } from '../../../shared/contract/holder-view.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Ports } from '../ports/ports.ts';
import type { Request } from './session.ts';

/**
 * Who asks and for what, with the registrar's statement in which the names are.
 * @throws Problem who-asks-unknown where the counter is no longer registered
 */
export async function whoAsks(ports: Ports, request: Request): Promise<WhoAsks> {
  const { rpId, counterId, scene, level, purpose } = request;
  const counter = await ports.registry.counter(counterId);
  if (counter === undefined) throw new Problem('who-asks-unknown');
  return { rpId, counterId, scene, level, purpose, registration: counter.registered.signed };
}
