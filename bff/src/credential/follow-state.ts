import type { MoveBody } from '../../../shared/contract/authority/move-credential.ts';
import { type CredentialState, strongerState } from '../../../shared/credentials.ts';
import { asId, type CredentialHandle, type HolderId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { queueMessage } from '../outbox/queue-message.ts';
import type { Ports } from '../ports/ports.ts';
import { awaitsVerdict } from './awaits-verdict.ts';
import { type Credential, credentialIn } from './credential.ts';
import { makeMove } from './make-move.ts';

/** By what the authority is told again of a state that it does not have, and when that began: it counts from then. */
function tellingOf({ state, since, movable, cardReportEnds }: Credential): MoveBody | undefined {
  switch (state) {
    case 'card-reported-lost':
      // A report may be older than the credential, which was brought along with it.
      return {
        move: 'report-card',
        at: (cardReportEnds ?? since + limits.cardReportLasts) - limits.cardReportLasts,
      };
    case 'frozen':
      return { move: 'freeze', at: since };
    case 'unusable':
      return {
        move: movable !== undefined && movable.from > since ? 'take-over-unsecured' : 'take-over',
        at: since,
      };
    case 'suspended':
      return { move: 'dispute', at: since };
    case 'active':
    case 'void':
      return undefined;
  }
}

/**
 * Brings both sides to the stronger of their two states, where a credential is void on neither. What is stronger there is followed here;
 * what is stronger here is told there again, once it can be on its way no more. Answers which side differed.
 */
export async function followState(
  ports: Ports,
  handle: CredentialHandle,
  there: CredentialState,
): Promise<'here' | 'there' | undefined> {
  const [row] = await ports.db.read('select * from credentials where handle = :handle', { handle });
  if (row === undefined) return undefined;
  const holderId = asId('hol', String(row.holder_id));
  const credential = credentialIn(row, ports.now());
  const { state } = credential;
  if (state === there || state === 'void' || (await isOnItsWay(ports, handle, holderId))) return undefined;
  if (strongerState(state, there) === state) {
    const telling = tellingOf(credential);
    if (telling === undefined || ports.now() - credential.since < limits.issueGrace) return undefined;
    const queued = await ports.db.write([
      queueMessage(ports, { kind: 'move-credential', handle, ...telling }),
    ]);
    return queued.done ? 'there' : undefined;
  }
  // A report that has just ended here ends there by its own clock.
  if (there === 'card-reported-lost') return undefined;
  // How long it may be brought along is not known here.
  const move = there === 'unusable' ? 'supersede' : there === 'frozen' ? 'freeze' : 'suspend';
  const also = there === 'unusable' ? [queueMessage(ports, { kind: 'void-credential', handle })] : [];
  return (await makeMove(ports, holderId, { credential, move, also })) ? 'here' : undefined;
}

/**
 * A message to the authority, or a verdict of it that was not read yet: looked for in the other order, since what a verdict queues is queued in
 * the write that ends its session.
 */
async function isOnItsWay(ports: Ports, handle: CredentialHandle, holderId: HolderId): Promise<boolean> {
  if (await awaitsVerdict(ports, holderId)) return true;
  const sql = 'select 1 as one from outbox where key = :handle limit 1';
  return (await ports.db.read(sql, { handle })).length > 0;
}
