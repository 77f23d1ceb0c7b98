import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { type CheckedChallenge, checkChallenge } from '../attempt/check-challenge.ts';
import { isChallengeAnswer } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { newIdempotencyKey } from '../holder/new-idempotency-key.ts';
import { patiently } from '../holder/patiently.ts';
import { sessionPath } from './session-path.ts';

/**
 * Agrees to the check that `shown` showed, and takes a challenge for it that is proved to be the authority's.
 * @throws HolderProblem authority-untrusted, clock-wrong, consent-missing, credential-locked, session-over, ...
 */
export async function challenge(
  holder: Holder,
  shown: HolderView,
  consent: { face: boolean; voice: boolean },
): Promise<{ checked: CheckedChallenge; view: HolderView }> {
  const idempotencyKey = await newIdempotencyKey(holder);
  const answer = await patiently(holder.platform.clock, () =>
    callBff(holder, {
      method: 'POST',
      path: `${sessionPath(shown.id)}/challenge`,
      body: { consent },
      idempotencyKey,
      form: isChallengeAnswer,
    }),
  );
  return { checked: checkChallenge(holder, answer, { view: shown, consent }), view: answer.session };
}
