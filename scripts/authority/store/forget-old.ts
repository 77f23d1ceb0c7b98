import * as limits from '../../../shared/limits.ts';
import type { Store } from '../ports/store.ts';

/**
 * Forgets challenges with their samples and verdicts once nobody may read them any more, which sessions were counted as a failure,
 * tries whose window is over, and what has been void for long. What officers were asked to sign goes when it ran out, as do links and, a
 * day later, shifts; their cases after `limits.caseKept`, who was an officer with the last of them, and what holders gave in one that waited with the wait; who answered
 * for whom, and which officers ended that, after `limits.delegationKept`. Who passed as whom stays known
 * for as long as the credential.
 * @param now epoch milliseconds
 */
export function forgetOld(
  {
    challenges,
    tries,
    strikes,
    held,
    begun,
    cases,
    grants,
    officers,
    shifts,
    delegations,
    familyActs,
    guardianWords,
  }: Store,
  now: number,
): void {
  begun.purge(now);
  officers.purgeInvites(now);
  shifts.purge(now - limits.resultRetention);
  cases.purge(now - limits.caseKept);
  grants.purge(now - limits.reviewLifetime);
  delegations.purge(now - limits.delegationKept);
  familyActs.purge(now - limits.delegationKept);
  officers.purgeRevoked(now - limits.officerKept);
  guardianWords.purge(now);
  challenges.purge(now - limits.resultRetention);
  strikes.purge(now - limits.resultRetention);
  tries.purge(now - limits.triesWindow);
  held.forgetVoid(now);
}
