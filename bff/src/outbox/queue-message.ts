import { Value } from 'typebox/value';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { MoveBody } from '../../../shared/contract/authority/move-credential.ts';
import type { CredentialState } from '../../../shared/credentials.ts';
import {
  asId,
  type ChallengeId,
  type CredentialHandle,
  type DelegationId,
  type HolderId,
} from '../../../shared/ids.ts';
import type { Row, Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * All that another party must hear of, for as long as it takes. `settle-attempt`: the session of a challenge ended without its
 * verdict, so that whatever the challenge brings at the authority is to be taken back.
 */
export type Message =
  | { kind: 'void-credential'; handle: CredentialHandle }
  | ({ kind: 'move-credential'; handle: CredentialHandle } & MoveBody)
  | { kind: 'end-delegation'; delegationId: DelegationId }
  | { kind: 'settle-attempt'; challengeId: ChallengeId };

type Queueing = Pick<Ports, 'now' | 'random'>;

/** The statement that hands a message to the outbox, with the change that it tells of or not at all. */
export function queueMessage(
  { now, random }: Queueing,
  message: Message,
  id: string = newMessageId(random),
): Statement {
  const about = subjectOf(message);
  const payload = message.kind === 'move-credential' ? movePayload(message.handle, message) : about;
  return {
    sql: `insert into outbox (id, kind, key, payload, queued_at, attempts, next_at) values (:id, :kind, :key, :payload,
      coalesce((select max(earlier.queued_at) + 1 from outbox earlier where earlier.key = :key and earlier.queued_at >= :now), :now),
      0, :now)`,
    params: { id, kind: message.kind, key: about, payload, now: now() },
  };
}

function subjectOf(message: Message): string {
  switch (message.kind) {
    case 'settle-attempt':
      return message.challengeId;
    case 'end-delegation':
      return message.delegationId;
    default:
      return message.handle;
  }
}

/** The statement that queues an `end-delegation` of what is nobody's here; nothing where it is somebody's. */
export function queueEndUnlessKept({ now, random }: Queueing, id: DelegationId): Statement {
  return {
    sql: `insert into outbox (id, kind, key, payload, queued_at, attempts, next_at)
      select cast(:id as text), 'end-delegation', cast(:about as text), cast(:about as text), cast(:now as bigint), 0,
        cast(:now as bigint)
      where not exists (select 1 from delegations where id = :about)`,
    params: { id: newMessageId(random), about: id, now: now() },
  };
}

/** The statement that queues a `move-credential` where the credential is in that state here at that moment. */
export function queueMoveWhile(
  { now, random }: Queueing,
  handle: CredentialHandle,
  state: CredentialState,
  told: MoveBody,
): Statement {
  return {
    sql: `insert into outbox (id, kind, key, payload, queued_at, attempts, next_at)
      select cast(:id as text), 'move-credential', handle, cast(:payload as text), cast(:now as bigint), 0, cast(:now as bigint)
      from credentials where handle = :handle and state = :state`,
    params: { id: newMessageId(random), handle, state, payload: movePayload(handle, told), now: now() },
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
      from credentials where holder_id = :holderId and state <> 'void' and handle <> :but`,
    params: { id: newMessageId(random), holderId, but: but ?? '', now: now() },
  };
}

/** The statement that queues a `void-credential` of a handle that nobody has here; nothing where it is somebody's, or queued already. */
export function queueVoidUnlessLive({ now, random }: Queueing, handle: CredentialHandle): Statement {
  return {
    sql: `insert into outbox (id, kind, key, payload, queued_at, attempts, next_at)
      select cast(:id as text), 'void-credential', cast(:handle as text), cast(:handle as text), cast(:now as bigint), 0,
        cast(:now as bigint)
      where not exists (select 1 from credentials where handle = :handle and state <> 'void')
        and not exists (select 1 from delegations where credential = :handle)
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
    case 'move-credential': {
      const [handle = '', ...body] = String(payload).split(' ');
      return { kind, handle: asId('crd', handle), ...Value.Parse(MoveBody, JSON.parse(body.join(' '))) };
    }
    case 'settle-attempt':
      return { kind, challengeId: asId('chl', String(payload)) };
    case 'end-delegation':
      return { kind, delegationId: asId('del', String(payload)) };
    default:
      throw new Error('a message of an unknown kind');
  }
}

function movePayload(handle: CredentialHandle, { move, at }: MoveBody): string {
  return `${handle} ${JSON.stringify({ move, at })}`;
}

/** Names a message before it is queued, for who asks later whether it was delivered: it is deleted as it was. */
export function newMessageId(random: Queueing['random']): string {
  return encodeBase64url(random(16));
}
