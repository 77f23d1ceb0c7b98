import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { asId, type ChallengeId, type CredentialHandle, type HolderId } from '../../../shared/ids.ts';
import type { Row, Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * All that another party must hear of, for as long as it takes. `settle-attempt`: the session of a challenge ended without its
 * verdict, so that whatever the challenge brings at the authority is to be taken back.
 */
export type Message =
  | { kind: 'void-credential'; handle: CredentialHandle }
  | { kind: 'settle-attempt'; challengeId: ChallengeId };

type Queueing = Pick<Ports, 'now' | 'random'>;

/** The statement that hands a message to the outbox, with the change that it tells of or not at all. */
export function queueMessage({ now, random }: Queueing, message: Message): Statement {
  const about = message.kind === 'void-credential' ? message.handle : message.challengeId;
  return {
    sql: `insert into outbox (id, kind, key, payload, queued_at, attempts, next_at) values (:id, :kind, :key, :payload,
      coalesce((select max(earlier.queued_at) + 1 from outbox earlier where earlier.key = :key and earlier.queued_at >= :now), :now),
      0, :now)`,
    params: { id: newMessageId(random), kind: message.kind, key: about, payload: about, now: now() },
  };
}

/**
 * The statement that queues a `void-credential` of the credential that the holder has at that moment, where there is one and it is not
 * `but`, which takes its place.
 */
export function queueVoidOf(
  { now, random }: Queueing,
  holderId: HolderId,
  but?: CredentialHandle,
): Statement {
  return {
    sql: `insert into outbox (id, kind, key, payload, queued_at, attempts, next_at)
      select cast(:id as text), 'void-credential', handle, handle, cast(:now as bigint), 0, cast(:now as bigint)
      from credentials where holder_id = :holderId and status = 'live' and handle <> :but`,
    params: { id: newMessageId(random), holderId, but: but ?? '', now: now() },
  };
}

/** The statement that queues a `void-credential` of a handle that nobody has here; nothing where it is live here, or queued already. */
export function queueVoidUnlessLive({ now, random }: Queueing, handle: CredentialHandle): Statement {
  return {
    sql: `insert into outbox (id, kind, key, payload, queued_at, attempts, next_at)
      select cast(:id as text), 'void-credential', cast(:handle as text), cast(:handle as text), cast(:now as bigint), 0,
        cast(:now as bigint)
      where not exists (select 1 from credentials where handle = :handle and status = 'live')
        and not exists (select 1 from outbox earlier where earlier.key = :handle)
      returning key`,
    params: { id: newMessageId(random), handle, now: now() },
  };
}

/** The statement that queues a `settle-attempt` where the session has come to that version: not where its change lost the race. */
export function queueSettling(
  { now, random }: Queueing,
  challengeId: ChallengeId,
  { id: sessionId, version }: { id: string; version: number },
): Statement {
  return {
    sql: `insert into outbox (id, kind, key, payload, queued_at, attempts, next_at)
      select cast(:id as text), 'settle-attempt', cast(:challengeId as text), cast(:challengeId as text), cast(:now as bigint), 0,
        cast(:now as bigint)
      from sessions where id = :sessionId and version = :version`,
    params: { id: newMessageId(random), challengeId, sessionId, version, now: now() },
  };
}

/** Reads the message of a row that these statements wrote. @throws Error on a kind that this program does not know */
export function messageOf({ kind, payload }: Row): Message {
  switch (kind) {
    case 'void-credential':
      return { kind, handle: asId('crd', String(payload)) };
    case 'settle-attempt':
      return { kind, challengeId: asId('chl', String(payload)) };
    default:
      throw new Error('a message of an unknown kind');
  }
}

function newMessageId(random: Queueing['random']): string {
  return encodeBase64url(random(16));
}
