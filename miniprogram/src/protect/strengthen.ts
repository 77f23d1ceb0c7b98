import type { PossessionMove } from '../../../shared/credentials.ts';
import { isOwnCredential, type OwnCredential } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import { keepCredentialSummary } from '../holder/credential-summary.ts';
import type { Holder } from '../holder/holder.ts';
import { patiently } from '../holder/patiently.ts';

/**
 * Freezes the credential, or reports phone or ID card lost, at once and without a face; answers the credential as it is then. Twice is once.
 * @throws HolderProblem credential-missing, credential-void, credential-state-other, ...
 */
export async function strengthen(holder: Holder, move: PossessionMove): Promise<OwnCredential> {
  const { storage, clock } = holder.platform;
  const credential = await patiently(clock, () =>
    callBff(holder, {
      method: 'POST',
      path: '/holder/v1/credential/moves',
      body: { move },
      guard: isOwnCredential,
    }),
  );
  await keepCredentialSummary(storage, credential);
  return credential;
}
