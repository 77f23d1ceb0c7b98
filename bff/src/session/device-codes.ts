import { createHmac } from 'node:crypto';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import * as limits from '../../../shared/limits.ts';
import { drawUserCode } from '../../../shared/user-code.ts';
import type { CounterCaller } from '../ports/callers.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { secretHash } from '../secrets/secrets.ts';
import type { OpenCheck } from './new-check.ts';

type Keyed = Pick<Ports, 'settings'>;

/** What is given out once for a check that is opened as a device flow (RFC 8628 section 3.2). */
export interface DeviceCodes {
  /** 256 bits, for the client that opened it. */
  deviceCode: string;
  /** As a person types it. */
  userCode: string;
  /** 128 bits, in the address that a phone opens. */
  address: string;
}

/** New codes for a check, and the statement that stores their hashes; it fails as `duplicate` on a user code that is taken. */
export function makeDeviceCodes(
  ports: Pick<Ports, 'settings' | 'random'>,
  { id, openedAt, asked }: OpenCheck,
): { codes: DeviceCodes; statement: Statement } {
  const seed = encodeBase64url(ports.random(16));
  const codes = {
    deviceCode: encodeBase64url(ports.random(32)),
    userCode: drawUserCode(ports.random),
    address: addressFrom(ports, seed),
  };
  const expiresAt = openedAt + limits.deviceCodeLifetime;
  const statement = {
    sql: `insert into device_codes (device_code, seed, address, user_code, session_id, counter_id, expires_at, pause, asked_at, hurried, purge_at)
      values (:deviceCode, :seed, :address, :userCode, :sessionId, :counterId, :expiresAt, :pause, 0, 0, :purgeAt)`,
    params: {
      deviceCode: secretHash(codes.deviceCode),
      seed,
      address: secretHash(codes.address),
      userCode: userCodeHash(ports, codes.userCode),
      sessionId: id,
      counterId: asked.request.counterId,
      expiresAt,
      pause: limits.devicePollSeconds,
      purgeAt: expiresAt + limits.deviceCodeMemory,
    },
  };
  return { codes, statement };
}

/** Whether the check was opened as a device flow: its code stays the same, and every claim of it is late. */
export async function isDeviceFlow({ db }: Pick<Ports, 'db'>, sessionId: string): Promise<boolean> {
  const rows = await db.read('select 1 as found from device_codes where session_id = :sessionId limit 1', {
    sessionId,
  });
  return rows.length > 0;
}

/** The session whose code that stays the same this is. */
export async function sessionAtAddress(
  { db }: Pick<Ports, 'db'>,
  address: string,
): Promise<string | undefined> {
  const sql = 'select session_id from device_codes where address = :address';
  const [row] = await db.read(sql, { address: secretHash(address) });
  return row && String(row.session_id);
}

/** What stands in the address for which somebody typed the user code; undefined where there is none, or none any more. */
export async function addressOfUserCode(
  ports: Keyed & Pick<Ports, 'db' | 'now'>,
  userCode: string,
): Promise<string | undefined> {
  const sql = 'select seed from device_codes where user_code = :userCode and expires_at > :now';
  const [row] = await ports.db.read(sql, { userCode: userCodeHash(ports, userCode), now: ports.now() });
  return row && addressFrom(ports, String(row.seed));
}

/** What a client's question by its device code comes to, before the check is looked at. */
export type DeviceQuestion =
  | { sessionId: string; finds: 'in-time' | 'hurried' | 'over' | 'used' }
  | { finds: 'nothing' };

/**
 * Counts a question: one write by which the wait grows where it came too soon, whichever process is asked (RFC 8628 section 3.5). It does
 * not grow for who is one step behind, as after an answer that was lost: being told once more is all that this client needs. A code of
 * another counter is as one that never was.
 */
export async function askByDeviceCode(
  { db, now }: Pick<Ports, 'db' | 'now'>,
  { counterId }: CounterCaller,
  deviceCode: string,
): Promise<DeviceQuestion> {
  const sooner = (pause: string) => `asked_at > :now - (${pause}) * 1000 + :slack`;
  const statement = {
    sql: `update device_codes set asked_at = :now, hurried = case when ${sooner('pause')} then 1 else 0 end,
        pause = case when pause < :most and (${sooner('pause - :more')} or (pause = :more and ${sooner('pause')})) then pause + :more
          else pause end
      where device_code = :deviceCode and counter_id = :counterId returning session_id, hurried, used_at, expires_at`,
    params: {
      ...{ deviceCode: secretHash(deviceCode), counterId, now: now(), slack: limits.devicePollSlack },
      ...{ more: limits.devicePollSeconds, most: limits.devicePollSecondsMost },
    },
  };
  // Lost with the power, a question costs nobody anything.
  const written = await db.write([statement], { flush: false });
  const row = written.done ? written.rows[0]?.[0] : undefined;
  if (row === undefined) return { finds: 'nothing' };
  const sessionId = String(row.session_id);
  if (row.used_at !== null) return { sessionId, finds: 'used' };
  if (Number(row.expires_at) <= now()) return { sessionId, finds: 'over' };
  return { sessionId, finds: row.hurried === 1 ? 'hurried' : 'in-time' };
}

/** Uses up a device code: of all who ever ask with it, one is told true. */
export async function takeDeviceCode(
  { db, now }: Pick<Ports, 'db' | 'now'>,
  deviceCode: string,
): Promise<boolean> {
  const statement = {
    sql: 'update device_codes set used_at = :now where device_code = :deviceCode and used_at is null returning session_id',
    params: { deviceCode: secretHash(deviceCode), now: now() },
    rows: 1,
  };
  return (await db.write([statement])).done;
}

function addressFrom({ settings }: Keyed, seed: string): string {
  const mac = createHmac('sha256', settings.holderPepper).update(`device flow address|${seed}`).digest();
  return encodeBase64url(new Uint8Array(mac.subarray(0, 16)));
}

/** Keyed: of 20^8 codes a plain hash would be found by trying. */
function userCodeHash({ settings }: Keyed, userCode: string): string {
  return createHmac('sha256', settings.holderPepper).update(`user code|${userCode}`).digest('base64url');
}
