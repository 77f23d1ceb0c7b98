import { createHmac } from 'node:crypto';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import * as limits from '../../../shared/limits.ts';
import type { Row, Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { secretHash } from '../secrets/secrets.ts';
import type { Session } from './session.ts';

/** A phone or a browser that scanned the code of a check. */
export interface Arrived {
  ticket: string;
  sessionId: string;
  /** The thumbprint of the key that the ticket is for; undefined until its first call. */
  device: string | undefined;
}

type Keyed = Pick<Ports, 'settings'>;

/**
 * A new ticket, of 128 bits, and the statement that stores its hash: one row while the check lives, none once it is over, so that no
 * device is linked to a check that has ended.
 */
export function makeArrival(
  ports: Pick<Ports, 'settings' | 'random'>,
  { id, openedAt }: Pick<Session, 'id' | 'openedAt'>,
  device: string | undefined,
): { arrived: Arrived; statement: Statement } {
  const seed = encodeBase64url(ports.random(16));
  const ticket = ticketFrom(ports, seed);
  const statement = {
    sql: `insert into arrivals (ticket, seed, session_id, device, expires_at)
      select :ticket, :seed, id, :device, :expiresAt from sessions
        where id = :sessionId and state in ('open', 'claimed', 'challenged', 'deciding') returning ticket`,
    params: {
      ...{ ticket: secretHash(ticket), seed, sessionId: id, device: device ?? null },
      expiresAt: openedAt + limits.checkLifetimeMost,
    },
    rows: 1,
  };
  return { arrived: { ticket, sessionId: id, device }, statement };
}

/** Whose ticket it is; undefined for one that was never given, and for that of a check that is over. */
export async function arrivalOf(ports: Pick<Ports, 'db'>, ticket: string): Promise<Arrived | undefined> {
  const sql = 'select session_id, device from arrivals where ticket = :ticket';
  const [row] = await ports.db.read(sql, { ticket: secretHash(ticket) });
  return row && { ticket, ...ownerIn(row) };
}

/** What a device has left at checks that live. */
export async function arrivalsOfDevice(ports: Keyed & Pick<Ports, 'db'>, device: string): Promise<Arrived[]> {
  const sql = 'select seed, session_id, device from arrivals where device = :device';
  const rows = await ports.db.read(sql, { device });
  return rows.map((row) => ({ ticket: ticketFrom(ports, String(row.seed)), ...ownerIn(row) }));
}

/** Binds a ticket to the first device that calls with it; gives no row where it is another's. */
export function bindArrival(ticket: string, device: string): Statement {
  return {
    sql: `update arrivals set device = :device
      where ticket = :ticket and (device is null or device = :device) returning ticket`,
    params: { ticket: secretHash(ticket), device },
    rows: 1,
  };
}

/** The statement that forgets who arrived at a check. */
export function forgetArrivals(sessionId: string): Statement {
  return { sql: 'delete from arrivals where session_id = :sessionId', params: { sessionId } };
}

function ownerIn({ session_id, device }: Row): Pick<Arrived, 'sessionId' | 'device'> {
  return { sessionId: String(session_id), device: typeof device === 'string' ? device : undefined };
}

function ticketFrom({ settings }: Keyed, seed: string): string {
  const mac = createHmac('sha256', settings.holderPepper).update(`arrival ticket|${seed}`).digest();
  return encodeBase64url(new Uint8Array(mac.subarray(0, 16)));
}
