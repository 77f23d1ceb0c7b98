import { rulesOf } from '../../../shared/ceremonies.ts';
import type { ChallengeBody } from '../../../shared/contract/attempt/03-challenge.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { isChallengeAnswer } from '../holder/answers.ts';
import { callBff, newIdempotencyKey } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { patiently } from '../holder/patiently.ts';
import { type Agreed, type CheckedChallenge, checkChallenge } from './check-challenge.ts';

/**
 * Takes a challenge for what the owner agreed to, proved to be the authority's. Asking for it is the agreement to `view`.
 * @throws HolderProblem authority-untrusted, clock-wrong, consent-missing, credential-locked, session-over, ...
 */
export async function challenge(
  holder: Holder,
  agreed: Agreed,
): Promise<{ checked: CheckedChallenge; view: HolderView }> {
  const idempotencyKey = await newIdempotencyKey(holder);
  const answer = await patiently(holder.platform.clock, () =>
    callBff(holder, {
      method: 'POST',
      path: `/holder/v1/sessions/${agreed.view.id}/challenge`,
      body: bodyFor(agreed),
      idempotencyKey,
      guard: isChallengeAnswer,
    }),
  );
  return { checked: checkChallenge(holder, answer, agreed), view: answer.session };
}

function bodyFor({ view, consent, idPhoto = false }: Agreed): ChallengeBody {
  const rules = rulesOf(view.ceremony);
  return {
    ...(rules.consent === 'with-challenge' ? { consent } : {}),
    ...(rules.samples['id-photo'] === 'where-brought' ? { idPhoto } : {}),
  };
}
