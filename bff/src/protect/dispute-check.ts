import type { DisputeAnswer } from '../../../shared/contract/protect/dispute.ts';
import { mayMove } from '../../../shared/credentials.ts';
import { Problem } from '../../../shared/problem.ts';
import { readCredential } from '../credential/credential.ts';
import { makeMove } from '../credential/make-move.ts';
import type { DisputingCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';
import { openDispute } from './open-dispute.ts';

/**
 * “This was not me”, about a check in the history of the phone that is logged in: the credential is frozen in the write that opens the
 * dispute, whatever else was frozen or void before. Which check it was is not told, so that the operator learns neither person nor place.
 * @throws Problem ticket-over for a phone that has only a ticket, credential-missing, too-many-requests
 */
export async function disputeCheck(ports: Ports, caller: DisputingCaller): Promise<DisputeAnswer> {
  const { holderId, by } = caller;
  if (by !== 'login') throw new Problem('ticket-over');
  await take(ports, [{ quota: 'moves-by-holder', subject: holderId }]);
  const { disputeId, statement } = openDispute(ports, 'check');
  for (;;) {
    const credential = await readCredential(ports, holderId);
    if (credential === undefined) throw new Problem('credential-missing');
    const freezes = mayMove(credential.state, 'freeze');
    const done = freezes
      ? await makeMove(ports, holderId, { credential, move: 'freeze', also: [statement] })
      : (await ports.db.write([statement], { reserve: true })).done;
    if (done) break;
  }
  void ports.audit({ event: 'dispute-opened', by: 'holder', disputeId, kind: 'check' });
  return { disputeId, serverTime: ports.now() };
}
