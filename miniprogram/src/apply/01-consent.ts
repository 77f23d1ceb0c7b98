import type { Consent } from '../../../shared/contract/attempt/03-challenge.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { isHolderView } from '../holder/answers.ts';
import { callBff, newIdempotencyKey } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { patiently } from '../holder/patiently.ts';

/** Records consent to face and to voice, asked apart, and opens an application. @throws HolderProblem consent-missing, ... */
export async function consent(holder: Holder, given: Consent): Promise<HolderView> {
  const idempotencyKey = await newIdempotencyKey(holder);
  return await patiently(holder.platform.clock, () =>
    callBff(holder, {
      method: 'POST',
      path: '/holder/v1/applications',
      body: { consent: given },
      idempotencyKey,
      guard: isHolderView,
    }),
  );
}
