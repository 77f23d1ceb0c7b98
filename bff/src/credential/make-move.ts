import { credentialMoves } from '../../../shared/credentials.ts';
import type { HolderId } from '../../../shared/ids.ts';
import { wakeHolder } from '../notice/wake-holder.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import type { Credential } from './credential.ts';
import { moveCredential, type OwnMove } from './move-credential.ts';

/**
 * Makes a move of the holder's credential, with `also` or not at all: recorded, told to every phone, and to the authority without
 * waiting for it. False where somebody was quicker, or `also` did not hold: read the credential again then.
 */
export async function makeMove(
  ports: Ports,
  holderId: HolderId,
  { credential, move, also = [] }: { credential: Credential; move: OwnMove; also?: readonly Statement[] },
): Promise<boolean> {
  const statements = [...moveCredential(ports, holderId, credential, move), ...also];
  const written = await ports.db.write(statements, { reserve: true });
  if (!written.done) return false;
  void ports.audit({ event: 'credential-moved', by: credentialMoves[move].by, move });
  wakeHolder(ports, holderId);
  // What fails here is due again later, and told of then.
  void deliverDue(ports, credential.handle).catch(() => undefined);
  return true;
}
