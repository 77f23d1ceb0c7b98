import type { ChallengeBody, ReceiptWanted } from '../../../shared/contract/attempt/03-challenge.ts';
import type { CredentialHandle, DelegationId } from '../../../shared/ids.ts';
import { Problem } from '../../../shared/problem.ts';
import { readDelegation } from '../credential/delegation.ts';
import type { Ports } from '../ports/ports.ts';
import { isForRp } from '../session/ceremony-of.ts';
import type { InState } from '../session/session.ts';

/** A ward whose face is looked at in the holder's place. */
export interface WardShown {
  delegationId: DelegationId;
  credential: CredentialHandle;
  word: string;
  /** Where the ward's own copy of the receipt is to be kept, as whoever takes the face says. */
  copy?: ReceiptWanted;
}

/**
 * For whom the holder of a check acts; undefined where it is for the holder. Only what an RP asks for may be for a ward, and what a ward is asked for at a terminal
 * is for no one else.
 * @throws Problem request-invalid, delegation-over, delegation-scene
 */
export async function wardShown(
  ports: Ports,
  session: InState<'claimed' | 'challenged'>,
  { ward, copy }: Pick<ChallengeBody, 'ward' | 'copy'>,
): Promise<WardShown | undefined> {
  const { claim, asked } = session;
  const meant = claim.shows === 'credential' ? claim.ward : undefined;
  // A copy is for a ward, and whoever takes the face makes it: the terminal, where one has opened the check.
  if (copy !== undefined && (ward === undefined || meant !== undefined)) throw new Problem('request-invalid');
  if (ward === undefined && meant === undefined) return undefined;
  if (
    ward === undefined ||
    claim.shows !== 'credential' ||
    !isForRp(ports, session) ||
    asked.by !== 'counter'
  )
    throw new Problem('request-invalid');
  if (meant !== undefined && meant !== ward.delegationId) throw new Problem('delegation-over');
  const own = await readDelegation(ports, claim.holderId, ward.delegationId);
  if (own === undefined || own.state === 'ended') throw new Problem('delegation-over');
  if (!own.scenes.includes(asked.request.scene)) throw new Problem('delegation-scene');
  const kept = claim.copy ?? copy;
  return {
    ...{ delegationId: own.delegationId, credential: own.credential, word: ward.word },
    ...(kept === undefined ? {} : { copy: kept }),
  };
}
