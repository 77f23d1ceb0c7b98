import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { asId, type CredentialHandle, type HolderId } from '../../../shared/ids.ts';
import type { Row, Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

/** All that another party must hear of, for as long as it takes. */
export type Message = { kind: 'void-credential'; handle: CredentialHandle };

type Queueing = Pick<Ports, 'now' | 'random'>;

/** The statement that hands a message to the outbox, with the change that it tells of or not at all. */
export function queueMessage({ now, random }: Queueing, { kind, handle }: Message): Statement {
  return {
    sql: `insert into outbox (id, kind, key, payload, queued_at, attempts, next_at) values (:id, :kind, :key, :payload,
      coalesce((select max(earlier.queued_at) + 1 from outbox earlier where earlier.key = :key and earlier.queued_at >= :now), :now),
      0, :now)`,
    params: { id: encodeBase64url(random(16)), kind, key: handle, payload: handle, now: now() },
  };
}

/** The statement that queues a `void-credential` of the credential that the holder has at that moment, where there is one. */
export function queueVoidOf({ now, random }: Queueing, holderId: HolderId): Statement {
  return {
    sql: `insert into outbox (id, kind, key, payload, queued_at, attempts, next_at)
      select cast(:id as text), 'void-credential', handle, handle, cast(:now as bigint), 0, cast(:now as bigint)
      from credentials where holder_id = :holderId and status = 'live'`,
    params: { id: encodeBase64url(random(16)), holderId, now: now() },
  };
}

/** Reads the message of a row that these statements wrote. @throws Error on a kind that this program does not know */
export function messageOf(row: Row): Message {
  if (row.kind !== 'void-credential') throw new Error('a message of an unknown kind');
  return { kind: row.kind, handle: asId('crd', String(row.payload)) };
}
