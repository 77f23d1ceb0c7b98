import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { type Agreed, type CheckedChallenge, checkChallenge } from '../attempt/check-challenge.ts';
import { isChallengeAnswer } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { newIdempotencyKey } from '../holder/new-idempotency-key.ts';
import { patiently } from '../holder/patiently.ts';
import { applicationPath } from './application-path.ts';

/** Takes a challenge for the application that is proved to be the authority's. @throws HolderProblem authority-untrusted, ... */
export async function challenge(
  holder: Holder,
  application: HolderView,
  agreed: Pick<Agreed, 'consent'> & { idPhoto: boolean },
): Promise<{ checked: CheckedChallenge; view: HolderView }> {
  const { idPhoto } = agreed;
  const idempotencyKey = await newIdempotencyKey(holder);
  const answer = await patiently(holder.platform.clock, () =>
    callBff(holder, {
      method: 'POST',
      path: `${applicationPath(application.id)}/challenge`,
      body: { idPhoto },
      idempotencyKey,
      form: isChallengeAnswer,
    }),
  );
  return { checked: checkChallenge(holder, answer, { view: application, ...agreed }), view: answer.session };
}
