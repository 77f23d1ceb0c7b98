import { type CredentialMove, mayMove } from '../../../shared/credentials.ts';
import type { HolderId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { Credential } from '../credential/credential.ts';
import { moveCredential } from '../credential/move-credential.ts';
import { noteTakeOver } from '../credential/take-overs.ts';
import { tellDevices } from '../notice/tell-devices.ts';
import { queueMessage } from '../outbox/queue-message.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

/** Whose place is taken, and by what kind of phone. */
export interface Replaced {
  holderId: HolderId;
  /** The phone that loses its place. */
  before: string;
  /** That phone had a secure key, and the new one has none. */
  unsecured: boolean;
}

/** By which move a credential is lost, and the statements of it. */
export interface Lost {
  move: Extract<CredentialMove, 'take-over' | 'supersede'>;
  statements: Statement[];
}

/**
 * The statements by which a credential becomes unusable as its phone loses its place: for a day it may be brought along, by a phone without
 * the former one's secure key only after another day. The phone that lost it keeps a ticket; the authority and every phone hear of it. What
 * was suspended cannot be brought along: it is void. That the card was reported lost stays. What waits to be brought along already goes on waiting until the same moment.
 */
export function loseCredential(
  ports: Pick<Ports, 'now' | 'random'>,
  credential: Credential | undefined,
  { holderId, before, unsecured }: Replaced,
): Lost | undefined {
  if (credential === undefined) return undefined;
  const { handle, state, since, origin } = credential;
  if (state === 'suspended')
    return {
      move: 'supersede',
      statements: [
        ...moveCredential(ports, holderId, credential, 'supersede'),
        queueMessage(ports, { kind: 'void-credential', handle }),
      ],
    };
  if (!mayMove(state, 'take-over')) return undefined;
  const now = ports.now();
  const from = now + (unsecured ? limits.downgradeRest : 0);
  const until = from + limits.movableFor;
  const move = unsecured ? 'take-over-unsecured' : 'take-over';
  return {
    move: 'take-over',
    statements: [
      {
        sql: `update credentials set state = 'unusable', since = :now, strict_from = null, movable_from = :from, movable_until = :until,
            due_at = :until
          where holder_id = :holderId and handle = :handle and since = :since returning handle`,
        params: { holderId, handle, since, now, from, until },
        rows: 1,
      },
      noteTakeOver(ports, before, { holderId, origin }),
      queueMessage(ports, { kind: 'move-credential', handle, move, at: now }),
      tellDevices(ports, holderId, {
        kind: unsecured ? 'phone-replaced-unsecured' : 'phone-replaced',
        until,
      }),
    ],
  };
}
