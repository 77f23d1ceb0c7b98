import { asId, type CredentialHandle } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';
import { awaitsVerdict } from './awaits-verdict.ts';
import { credentialIn } from './credential.ts';
import { makeMove } from './make-move.ts';

/**
 * Follows the authority where it says that handles are void: from now on they are void here too, and their phones are told so. Nothing
 * is changed, counted or recorded of those that are void here already or that nobody has. What an application or a move of this very phone
 * is replacing is left to its verdict: it is void there as soon as that is made, and here with what takes its place.
 */
export async function voidHere(ports: Ports, handles: readonly CredentialHandle[]): Promise<void> {
  let voided = 0;
  for (const handle of handles) {
    const [row] = await ports.db.read(
      `select * from credentials where handle = :handle and state <> 'void'`,
      { handle },
    );
    if (row === undefined) continue;
    const holderId = asId('hol', String(row.holder_id));
    // Where nothing comes of it the whole comparison finds the difference later.
    if (await awaitsVerdict(ports, holderId, ['move', 'apply'])) continue;
    // As it is written down: what has ended by the clock alone is followed all the same.
    const credential = credentialIn(row, 0);
    // Its card may have run out there a moment earlier than by the clock here.
    const { endsAt = Number.POSITIVE_INFINITY } = credential;
    const move = endsAt <= ports.now() + limits.clockSkew ? 'expire' : 'supersede';
    if (await makeMove(ports, holderId, { credential, move })) voided += 1;
  }
  if (voided > 0) ports.warn('credentials-differed', { what: 'void-there', count: voided });
  ports.measures.credentialsDiffered('void-there', voided);
}
