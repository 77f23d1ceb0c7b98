import type { Consent } from '../../../shared/contract/attempt/03-challenge.ts';
import type { ProtectAct } from '../../../shared/credentials.ts';
import { isHolderView } from '../holder/answers.ts';
import { callBff, newIdempotencyKey } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { patiently } from '../holder/patiently.ts';
import { stateConsent } from '../holder/state-consent.ts';
import type { ToldView } from '../holder/who-asks.ts';

/**
 * Begins what weakens the credential; it counts by the own face. An answer that speaks of another act is refused, since the person agreed
 * to this one.
 * @throws HolderProblem credential-state-other, consent-missing, answer-unreadable, ...
 */
export async function protect(
  holder: Holder,
  asked: { act: ProtectAct; consent: Consent },
): Promise<ToldView> {
  const idempotencyKey = await newIdempotencyKey(holder);
  const view = await patiently(holder.platform.clock, () =>
    callBff(holder, {
      method: 'POST',
      path: '/holder/v1/protections',
      body: { act: asked.act, consent: stateConsent(holder, asked.consent) },
      idempotencyKey,
      guard: isHolderView,
    }),
  );
  if (view.ceremony !== 'protect' || view.act !== asked.act || view.asks !== undefined)
    throw new HolderProblem('answer-unreadable', { why: 'another act' });
  return view;
}
