import type { CounterRecord } from '../../../../shared/contract/operator/counters.ts';
import type { revocationReasons } from '../../../../shared/contract/operator/terms.ts';
import type { CounterId } from '../../../../shared/ids.ts';
import type { Actor } from '../../ports/audit.ts';
import type { Ports } from '../../ports/ports.ts';
import { endChecksOf } from '../end-checks-of.ts';
import { planRevocation } from '../plan-revocation.ts';
import { readCounter } from '../view/counter-record.ts';
import { writeChange } from '../write-change.ts';

/**
 * Revokes a counter: it is nobody from then on, its streams and long polls end within a second in every process, its live checks at
 * once. Twice is once.
 * @throws Problem not-found
 */
export async function revokeCounter(
  ports: Ports,
  actor: Actor,
  counterId: CounterId,
  reason: (typeof revocationReasons)[number],
): Promise<CounterRecord> {
  const { rpId, standing } = await readCounter(ports.db, counterId, ports.now());
  if (standing === 'active')
    await writeChange(ports, actor, {
      ...planRevocation({ table: 'counters', id: counterId }, reason, ports.now()),
      change: { what: 'counter-revoked', rpId, counterId, reason },
      touches: [counterId],
    });
  await endChecksOf(ports, { counterId });
  return readCounter(ports.db, counterId, ports.now());
}
