import { asId, type CredentialHandle, type HolderId } from '../../../shared/ids.ts';
import { type Level, levels } from '../../../shared/levels.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

export interface Credential {
  handle: CredentialHandle;
  level: Level;
  status: 'live' | 'void';
  since: number;
}

/** The one credential that the BFF knows of a holder: an opaque handle, its level, and whether it still counts. */
export async function readCredential(ports: Ports, holderId: HolderId): Promise<Credential | undefined> {
  const [row] = await ports.db.read(
    'select handle, level, status, since from credentials where holder_id = :holderId',
    { holderId },
  );
  if (row === undefined) return undefined;
  const level = levels.find((known) => known === row.level);
  if (level === undefined) throw new Error('a stored level is unknown');
  return {
    handle: asId('crd', String(row.handle)),
    level,
    status: row.status === 'live' ? 'live' : 'void',
    since: Number(row.since),
  };
}

/** The statement that makes a credential the holder's only one. */
export function storeCredential(
  holderId: HolderId,
  handle: CredentialHandle,
  level: Level,
  now: number,
): Statement {
  return {
    sql: `insert into credentials (holder_id, handle, level, status, since)
      values (:holderId, :handle, :level, 'live', :now)
      on conflict (holder_id) do update set handle = excluded.handle, level = excluded.level, status = 'live',
        since = excluded.since`,
    params: { holderId, handle, level, now },
  };
}

/** The statement that undoes a write unless the phone is still the holder's live one. */
export function stillLiveDevice(holderId: HolderId, device: string): Statement {
  return {
    sql: 'update holders set device = device where id = :holderId and device = :device returning id',
    params: { holderId, device },
    rows: 1,
  };
}

/** The statement that undoes a write unless the handle is the holder's live credential. */
export function stillLive(holderId: HolderId, handle: CredentialHandle): Statement {
  return {
    sql: `update credentials set status = 'live' where holder_id = :holderId and handle = :handle and status = 'live' returning handle`,
    params: { holderId, handle },
    rows: 1,
  };
}
