import { asId, type ChallengeId } from '../../../shared/ids.ts';
import type { Ports } from '../ports/ports.ts';
import { queueEndUnlessKept, queueVoidUnlessLive } from './queue-message.ts';

/**
 * Asks the authority a last time what became of a challenge whose session ended without its verdict, and ends it there. A credential
 * that it brought is nobody's: to the person the application is over, so that it is void before anybody could hold it. A delegation that it brought ends there, with
 * the ward's credential where nobody else answers.
 * @throws Problem authority-unavailable: it is asked again
 */
export async function settleAttempt(ports: Ports, challengeId: ChallengeId): Promise<void> {
  const verdict = await ports.authority.endChallenge(challengeId);
  if (verdict?.credential === undefined) return;
  if (verdict.delegation !== undefined) {
    const ending = queueEndUnlessKept(ports, asId('del', verdict.delegation.delegationId));
    await ports.db.write([ending], { reserve: true });
    return;
  }
  const queueing = queueVoidUnlessLive(ports, asId('crd', verdict.credential));
  const written = await ports.db.write([queueing], { reserve: true });
  if (!written.done || written.rows[0]?.length === 0) return;
  ports.warn('credential-unclaimed', { sessionId: verdict.sessionId });
  void ports.audit({ event: 'credential-voided', by: 'clock' });
}
