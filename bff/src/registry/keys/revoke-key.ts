import type { CounterKeys } from '../../../../shared/contract/operator/counter-keys.ts';
import type { revocationReasons } from '../../../../shared/contract/operator/terms.ts';
import type { CounterId } from '../../../../shared/ids.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Actor } from '../../ports/audit.ts';
import type { Ports } from '../../ports/ports.ts';
import { endChecksOf } from '../end-checks-of.ts';
import { readCounter } from '../view/counter-record.ts';
import { writeChange } from '../write-change.ts';
import { keepEnd } from './key-statements.ts';

/**
 * Revokes a key for ever: the tokens and streams that it got end within a second. Live checks end too, as nobody knows which of them
 * somebody else opened with a key that was lost. Twice is once.
 * @throws Problem not-found
 */
export async function revokeKey(
  ports: Ports,
  actor: Actor,
  { counterId, kid }: { counterId: CounterId; kid: string },
  reason: (typeof revocationReasons)[number],
): Promise<CounterKeys> {
  const now = ports.now();
  const counter = await readCounter(ports.db, counterId, now);
  const key = counter.keys.find((each) => each.kid === kid);
  if (key === undefined) throw new Problem('not-found');
  if (key.state !== 'revoked')
    await writeChange(ports, actor, {
      change: { what: 'key-revoked', rpId: counter.rpId, counterId, about: kid, reason },
      of: { table: 'counters', id: counterId },
      touches: [counterId],
      statements: [
        {
          sql: `update counter_keys set revoked_at = :now, reason = :reason
            where counter_id = :counterId and kid = :kid and revoked_at is null`,
          params: { counterId, kid, now, reason },
        },
        {
          sql: 'update counters set version = version + 1 where id = :counterId',
          params: { counterId },
        },
        keepEnd(counterId, now),
      ],
    });
  await endChecksOf(ports, { counterId });
  return readCounter(ports.db, counterId, ports.now());
}
