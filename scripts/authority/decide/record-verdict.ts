import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import { limits } from '../../../shared/limits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Challenge } from '../ports/store.ts';
import { clearStrikes, lockedUntil, strike } from '../register/strikes.ts';
import type { Decision, Outcome } from './decision.ts';

/**
 * Turns a decision into the one verdict of its challenge, in one transaction with all that follows from it: the lock,
 * the digests, the new credential. What was voided or locked meanwhile fails.
 */
export function recordVerdict(ports: AuthorityPorts, challenge: Challenge, decision: Decision): void {
  const { store, settings } = ports;
  const { asked, claims } = challenge;
  store.together(() => {
    if (store.verdicts.find(claims.challengeId) !== undefined) return;
    const barred = isBarred(ports, challenge, decision.person);
    const outcome = barred ? 'fail' : lastAttempt(asked.attempt, decision.outcome);
    store.seen.addFace(decision.seenFace ?? []);
    if (decision.person !== undefined && decision.seenVoice !== undefined) {
      store.seen.addVoice(decision.person, decision.seenVoice);
    }
    if (decision.person !== undefined && !barred) {
      if (outcome === 'fail' && decision.blameless !== true) strike(ports, decision.person, asked.ceremony);
      if (outcome === 'pass') clearStrikes(ports, decision.person, asked.ceremony);
    }
    const verdict: VerdictClaims = {
      iss: settings.issuer,
      aud: settings.bffId,
      iat: Math.floor(ports.now() / 1000),
      sandbox: true,
      challengeId: claims.challengeId,
      sessionId: claims.sessionId,
      nonce: claims.nonce,
      outcome,
      level: decision.level,
      hints: barred ? [] : decision.hints,
    };
    if (outcome === 'pass' && decision.issue !== undefined) {
      const { credential, newPerson } = decision.issue;
      if (newPerson !== undefined) store.people.put(newPerson);
      store.credentials.issue(credential);
      verdict.credential = credential.handle;
    }
    store.verdicts.add(verdict);
  });
}

function isBarred(ports: AuthorityPorts, { asked }: Challenge, person: string | undefined): boolean {
  if (person !== undefined && lockedUntil(ports, person, asked.ceremony) !== undefined) return true;
  if (asked.credential === undefined) return false;
  return ports.store.credentials.find(asked.credential)?.live !== true;
}

function lastAttempt(attempt: number, outcome: Outcome): Outcome {
  return outcome === 'retry' && attempt >= limits.attemptsPerSession ? 'fail' : outcome;
}
