import type { CounterRecord } from '../../../../shared/contract/operator/counters.ts';
import type { QuotasChosen } from '../../../../shared/contract/operator/terms.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Actor } from '../../ports/audit.ts';
import type { Statement } from '../../ports/db.ts';
import { readCounter } from '../view/counter-record.ts';
import { isRaised } from '../view/quotas-of.ts';
import { readRp } from '../view/rp-record.ts';
import { changeRow, type Planned, type RegistryPorts, refuseStale, writeChange } from '../write-change.ts';
import { originStatements } from './add-counter.ts';

type At = Pick<CounterRecord, 'counterId' | 'version'>;

/** Sets where pages of the counter may call from; counts at once. @throws Problem not-found, version-stale, revoked-already */
export async function setOrigins(
  ports: RegistryPorts,
  actor: Actor,
  { counterId, version }: At,
  origins: readonly string[],
): Promise<CounterRecord> {
  const { rpId } = await readCounter(ports.db, counterId, ports.now());
  const of = { table: 'counters', id: counterId } as const;
  await writeChange(ports, actor, {
    change: { what: 'counter-origins-set', rpId, counterId },
    of,
    statements: [changeRow(of, version, 'id = id', {}), ...originStatements(counterId, origins)],
    touches: [counterId],
  });
  return readCounter(ports.db, counterId, ports.now());
}

/**
 * Sets what the counter may make and hold.
 * @throws Problem not-found, version-stale, revoked-already; two-operators-needed where its relying party is under watch and it would get
 * more
 */
export async function setCounterQuotas(
  ports: RegistryPorts,
  actor: Actor,
  at: At,
  quotas: QuotasChosen,
): Promise<CounterRecord> {
  const counter = await readCounter(ports.db, at.counterId, ports.now());
  refuseStale(counter, at.version);
  const { record } = await readRp(ports.db, counter.rpId);
  const raised = isRaised('counter', counter.quotasChosen, quotas);
  if (record.underWatch && raised) throw new Problem('two-operators-needed');
  const planned = planCounterQuotas(counter, at.version, quotas);
  const statements = [...planned.statements, ...(raised ? [unlessWatched(counter)] : [])];
  await writeChange(ports, actor, { ...planned, statements });
  return readCounter(ports.db, at.counterId, ports.now());
}

/** It may have come under watch since it was read. */
function unlessWatched({ rpId }: Pick<CounterRecord, 'rpId'>): Statement {
  return {
    sql: `update relying_parties set watched_since = watched_since
      where id = :rpId and watched_since is null returning id`,
    params: { rpId },
    rows: 1,
  };
}

export function planCounterQuotas(
  { counterId, rpId }: Pick<CounterRecord, 'counterId' | 'rpId'>,
  version: number,
  quotas: QuotasChosen,
): Planned {
  const of = { table: 'counters', id: counterId } as const;
  return {
    change: { what: 'counter-quotas-set', rpId, counterId },
    of,
    statements: [changeRow(of, version, 'quotas = :quotas', { quotas: JSON.stringify(quotas) })],
  };
}
