import type { CredentialAnswer } from '../../../shared/contract/apply/07-credential.ts';
import type { StrengthenBody } from '../../../shared/contract/protect/strengthen.ts';
import { mayMove, type PossessionMove } from '../../../shared/credentials.ts';
import { Problem } from '../../../shared/problem.ts';
import { answerOf, type Credential, readCredential } from '../credential/credential.ts';
import { makeMove } from '../credential/make-move.ts';
import { endTickets } from '../credential/take-overs.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';

/**
 * Freezes the credential, or reports phone or card lost: at once, by whoever is logged in as its holder, without a face. Twice is once. A
 * phone that was reported lost is void with its credential, and has no ticket any more: no report that lapses brings it back.
 * @throws Problem credential-missing, credential-void, credential-state-other, too-many-requests
 */
export async function strengthen(
  ports: Ports,
  caller: HolderCaller,
  { move }: StrengthenBody,
): Promise<CredentialAnswer> {
  const credential = await readCredential(ports, caller.holderId);
  if (credential === undefined) throw new Problem('credential-missing');
  if (isDone(credential, move)) return answerOf(ports, caller);
  if (credential.state === 'void') throw new Problem('credential-void');
  if (!mayMove(credential.state, move)) throw new Problem('credential-state-other');
  await take(ports, [{ quota: 'moves-by-holder', subject: caller.holderId }]);
  const also = move === 'report-phone' ? [endTickets(caller.holderId)] : [];
  await makeMove(ports, caller.holderId, { credential, move, also });
  return strengthen(ports, caller, { move });
}

function isDone({ state, reason, cardReportEnds }: Credential, move: PossessionMove): boolean {
  switch (move) {
    case 'freeze':
      return state === 'frozen';
    case 'report-card':
      return cardReportEnds !== undefined && state !== 'void';
    case 'report-phone':
      return state === 'void' && reason === 'phone-lost';
  }
}
