import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Actor, RegistryChange } from '../ports/audit.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { registryTopic } from './follow-registry.ts';

/** What the steps of the registry need of the world. */
export type RegistryPorts = Pick<
  Ports,
  'now' | 'random' | 'db' | 'audited' | 'registry' | 'registrar' | 'sessionChanges'
>;

export type Table = 'relying_parties' | 'counters' | 'acceptance_points' | 'terminal_owners';

/** A change that is ready to be written. */
export interface Planned {
  change: RegistryChange;
  statements: Statement[];
  /** Counters and relying parties of which tokens, streams and long polls are looked at anew, in every process. */
  touches?: readonly string[];
  /** What it was made from: tells why where it was lost. */
  of: { table: Table; id: string };
}

/**
 * Writes a change with its entry of the audit chain, both or neither.
 * @throws Problem not-found, revoked-already or version-stale where it was made from something else than there is; id-taken where a unique
 * key was taken
 */
export async function writeChange(ports: RegistryPorts, actor: Actor, planned: Planned): Promise<void> {
  const { change, statements, touches = [], of } = planned;
  const event = { event: 'registry-changed', ...actor, ...change } as const;
  const all = [...statements, ...touches.flatMap((subject) => touch(subject, ports.now()))];
  const written = await ports.audited(event, all, { reserve: touches.length > 0 });
  if (!written.done) throw written.why === 'duplicate' ? new Problem('id-taken') : await whyLost(ports, of);
  if (touches.length > 0) ports.sessionChanges.publish({ id: registryTopic, version: 0 }, [registryTopic]);
}

export async function whyLost({ db }: RegistryPorts, { table, id }: Planned['of']): Promise<Problem> {
  const [row] = await db.read(`select revoked_at from ${table} where id = :id`, { id });
  if (row === undefined) return new Problem('not-found');
  return new Problem(row.revoked_at === null ? 'version-stale' : 'revoked-already');
}

/**
 * Refuses what is made from another version before anything is judged by the row that was read, or asked of the registrar.
 * @throws Problem revoked-already, version-stale
 */
export function refuseStale(
  read: { standing: 'active' | 'revoked'; version: number },
  version: number,
): void {
  if (read.standing === 'revoked') throw new Problem('revoked-already');
  if (read.version !== version) throw new Problem('version-stale');
}

/** Whoever writes holds the head until the commit, so that places come in order. */
function touch(subject: string, at: number): Statement[] {
  return [
    { sql: `update registry_head set head = head + 1 where one = 'one'`, params: {} },
    {
      sql: `insert into registry_changes (seq, subject, at)
        select head, cast(:subject as text), cast(:at as bigint) from registry_head where one = 'one'`,
      params: { subject, at },
    },
    {
      sql: 'delete from registry_changes where at < :before',
      params: { before: at - limits.registryChangesKept },
    },
  ];
}

/** The statement that changes one row from the version that the caller knows. @param set assignments, by the names of `params` */
export function changeRow(
  { table, id }: Planned['of'],
  version: number,
  set: string,
  params: Statement['params'],
): Statement {
  return {
    sql: `update ${table} set ${set}, version = version + 1
      where id = :id and version = :version and revoked_at is null returning id`,
    params: { ...params, id, version },
    rows: 1,
  };
}
