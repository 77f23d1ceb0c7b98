import { asId, type CredentialHandle, type HolderId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

/** That a phone lost its place while it had a credential that could be shown. */
export interface TakeOver {
  holderId: HolderId;
  /** The credential that it had, by the handle that an application brought. */
  origin: CredentialHandle;
  at: number;
  /** Until when the phone may dispute it, and is told what became of the credential. */
  endsAt: number;
  disputed: boolean;
}

/** The statement that notes it. */
export function noteTakeOver(
  { now }: Pick<Ports, 'now'>,
  device: string,
  { holderId, origin }: Pick<TakeOver, 'holderId' | 'origin'>,
): Statement {
  return {
    sql: `insert into takeovers (device, holder_id, origin, at, ends_at, disputed) values (:device, :holderId, :origin, :at, :endsAt, 0)
      on conflict (device) do update set holder_id = excluded.holder_id, origin = excluded.origin, at = excluded.at,
        ends_at = excluded.ends_at, disputed = 0`,
    params: { device, holderId, origin, at: now(), endsAt: now() + limits.ticketLifetime },
  };
}

/** The takeover of which a phone may still say that it was not its holder's doing. */
export async function readTakeOver(
  { db, now }: Pick<Ports, 'db' | 'now'>,
  device: string,
): Promise<TakeOver | undefined> {
  const sql = 'select * from takeovers where device = :device and ends_at > :now';
  const [row] = await db.read(sql, { device, now: now() });
  if (row === undefined) return undefined;
  return {
    holderId: asId('hol', String(row.holder_id)),
    origin: asId('crd', String(row.origin)),
    at: Number(row.at),
    endsAt: Number(row.ends_at),
    disputed: row.disputed === 1,
  };
}

/** The statement that uses up the one dispute of a phone; gives no row where it was used, or is over. */
export function ticketUsed(device: string, now: number): Statement {
  return {
    sql: `update takeovers set disputed = 1 where device = :device and disputed = 0 and ends_at > :now returning device`,
    params: { device, now },
    rows: 1,
  };
}

/** The statement after which no phone that lost its place to this holder's others can dispute anything. */
export function endTickets(holderId: HolderId): Statement {
  return { sql: 'delete from takeovers where holder_id = :holderId', params: { holderId } };
}

/** The statement for a phone that has its place again. */
export function endTicketOf(device: string): Statement {
  return { sql: 'delete from takeovers where device = :device', params: { device } };
}
