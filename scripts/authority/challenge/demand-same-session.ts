import type { AuthorityChallengeBody } from '../../../shared/contract/authority/03-challenge.ts';
import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';

/**
 * That a session is one act: all its attempts are for who asked first and for what, whichever phones take part, and a phone that passed or failed
 * tries no more. What was agreed to once is good for nothing else, and a failure is no free look.
 * @throws Problem request-invalid, session-over
 */
export function demandSameSession({ store }: AuthorityPorts, asked: AuthorityChallengeBody): void {
  for (const { asked: earlier, claims } of store.challenges.ofSession(asked.sessionId)) {
    if (earlier.attempt === asked.attempt) continue;
    if (askedFor(earlier) !== askedFor(asked)) throw new Problem('request-invalid');
    if (earlier.deviceThumbprint !== asked.deviceThumbprint) continue;
    const { outcome } = store.verdicts.find(claims.challengeId) ?? {};
    if (outcome !== undefined && outcome !== 'retry') throw new Problem('session-over');
  }
}

function askedFor({ ceremony, rpId, counterId, scene, level, purpose }: AuthorityChallengeBody): string {
  return JSON.stringify([ceremony, rpId, counterId, scene, level, purpose]);
}
