import type { Consent } from '../../../shared/contract/attempt/03-challenge.ts';
import { isHolderView } from '../holder/answers.ts';
import { callBff, newIdempotencyKey } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { patiently } from '../holder/patiently.ts';
import { stateConsent } from '../holder/state-consent.ts';
import type { ToldView } from '../holder/who-asks.ts';

/**
 * Records consent to face and to voice, asked apart, and begins to bring the credential of the phone before to this one.
 * @throws HolderProblem move-over, move-rests, credential-state-other, consent-missing, answer-unreadable, ...
 */
export async function consent(holder: Holder, given: Consent): Promise<ToldView> {
  const idempotencyKey = await newIdempotencyKey(holder);
  const view = await patiently(holder.platform.clock, () =>
    callBff(holder, {
      method: 'POST',
      path: '/holder/v1/moves',
      body: { consent: stateConsent(holder, given) },
      idempotencyKey,
      guard: isHolderView,
    }),
  );
  if (view.ceremony !== 'move' || view.asks !== undefined)
    throw new HolderProblem('answer-unreadable', { why: 'not a move' });
  return view;
}
