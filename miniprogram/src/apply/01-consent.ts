import type { Consent } from '../../../shared/contract/attempt/03-challenge.ts';
import { isHolderView } from '../holder/answers.ts';
import { callBff, newIdempotencyKey } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { patiently } from '../holder/patiently.ts';
import { stateConsent } from '../holder/state-consent.ts';
import type { ToldView } from '../holder/who-asks.ts';

/**
 * Records consent to face and to voice, asked apart, and opens an application. Nobody asks for one: an answer that speaks of
 * anything else is refused, since the person agreed to that unseen.
 * @throws HolderProblem consent-missing, answer-unreadable, ...
 */
export async function consent(holder: Holder, given: Consent): Promise<ToldView> {
  const idempotencyKey = await newIdempotencyKey(holder);
  const view = await patiently(holder.platform.clock, () =>
    callBff(holder, {
      method: 'POST',
      path: '/holder/v1/applications',
      body: { consent: stateConsent(holder, given) },
      idempotencyKey,
      guard: isHolderView,
    }),
  );
  if (view.ceremony !== 'apply' || view.asks !== undefined)
    throw new HolderProblem('answer-unreadable', { why: 'not an application' });
  return view;
}
