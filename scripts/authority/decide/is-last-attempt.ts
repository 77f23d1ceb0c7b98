import type { AuthorityChallengeBody } from '../../../shared/contract/authority/03-challenge.ts';
import * as limits from '../../../shared/limits.ts';

/** Whether no other attempt may follow in this session; challenges that cost no attempt are left out. */
export function isLastAttempt({
  attempt,
  uncounted = 0,
}: Pick<AuthorityChallengeBody, 'attempt' | 'uncounted'>): boolean {
  return attempt - uncounted >= limits.attemptsPerSession;
}
