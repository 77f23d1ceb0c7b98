import { type Ceremony, ceremonies } from '../../../shared/ceremonies.ts';
import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import { limits } from '../../../shared/limits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Challenge } from '../ports/store.ts';
import { applicantOf, countTry, isTriedOut, notePass } from '../register/applications.ts';
import { clearStrikes, lockedUntil, strike } from '../register/strikes.ts';
import { type Decision, notMatched, type Outcome } from './decision.ts';
import { isLastAttempt } from './is-last-attempt.ts';

/**
 * Turns a decision into the one verdict of its challenge, in one transaction with all that follows from it: the lock,
 * the digests, the new credential. What was voided or locked meanwhile fails. Where nobody waits any more there is no verdict and
 * no credential, but what was brought counts as seen and a failure as a failure: ending a challenge spares nobody a strike.
 */
export function recordVerdict(ports: AuthorityPorts, challenge: Challenge, decided: Decision): void {
  const { store, settings } = ports;
  const { asked, claims } = challenge;
  store.together(() => {
    if (store.verdicts.find(claims.challengeId) !== undefined) return;
    const over = isOver(ports, challenge);
    const decision = standing(ports, challenge, decided);
    const barred = isBarred(ports, challenge, decision.person);
    const outcome = barred ? 'fail' : lastOf(asked, decision.outcome);
    store.seen.addFace(decision.seenFace ?? []);
    if (decision.person !== undefined && decision.seenVoice !== undefined) {
      store.seen.addVoice(decision.person, decision.seenVoice);
    }
    if (decision.person !== undefined && !barred && !(over && outcome === 'pass'))
      count(ports, challenge, decision.person, { ...decision, outcome });
    if (over) return;
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
      hints: barred ? [] : [...decision.hints],
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

/** Whoever asked has given up, or must have by now. */
function isOver({ now, store }: AuthorityPorts, { claims, expiresAt }: Challenge): boolean {
  return store.challenges.isEnded(claims.challengeId) || now() > expiresAt + limits.decidingLifetime;
}

/** A pass of an applicant who was tried out meanwhile is none, nor one for a number that became somebody's meanwhile. */
function standing(ports: AuthorityPorts, { asked }: Challenge, decided: Decision): Decision {
  if (decided.issue === undefined || decided.outcome !== 'pass' || decided.person === undefined)
    return decided;
  const { newPerson } = decided.issue;
  const stands =
    newPerson === undefined
      ? !isTriedOut(ports, decided.person, applicantOf(asked))
      : ports.store.people.find(newPerson.person) === undefined;
  if (stands) return decided;
  const { issue: _, ...about } = decided;
  return { ...about, ...notMatched };
}

/**
 * Failures of who shows a credential count against its person; those of applicants never do. A session counts once: by its failure,
 * or by the first doubt, so that nobody tries for nothing who leaves before the last attempt.
 */
function count(
  ports: AuthorityPorts,
  { asked }: Challenge,
  person: string,
  {
    outcome,
    notMatched,
    blameless,
    doubtful,
  }: Pick<Decision, 'outcome' | 'notMatched' | 'blameless' | 'doubtful'>,
): void {
  const { ceremony, sessionId } = asked;
  const failed = outcome === 'fail' && blameless !== true;
  if (isByCredential(ceremony)) {
    const counts = failed || (outcome === 'retry' && doubtful === true);
    if (counts && ports.store.strikes.countSession(sessionId, ports.now())) strike(ports, person, ceremony);
    if (outcome === 'pass') clearStrikes(ports, person, ceremony);
  } else {
    if (failed || notMatched === true) countTry(ports, person, applicantOf(asked));
    if (outcome === 'pass') notePass(ports, person, applicantOf(asked));
  }
}

const isByCredential = (ceremony: Ceremony) => ceremonies[ceremony].personBy === 'credential';

function isBarred(ports: AuthorityPorts, { asked }: Challenge, person: string | undefined): boolean {
  if (!isByCredential(asked.ceremony)) return false;
  if (person !== undefined && lockedUntil(ports, person, asked.ceremony) !== undefined) return true;
  if (asked.credential === undefined) return false;
  return ports.store.credentials.find(asked.credential)?.live !== true;
}

function lastOf(asked: Challenge['asked'], outcome: Outcome): Outcome {
  return outcome === 'retry' && isLastAttempt(asked) ? 'fail' : outcome;
}
