import { isOwnCredential, type OwnCredential } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import { keepCredentialSummary } from '../holder/credential-summary.ts';
import type { Holder } from '../holder/holder.ts';
import { patiently } from '../holder/patiently.ts';

/**
 * Reads the credential of this phone and keeps its summary, or forgets that of one that is live no longer.
 * @throws HolderProblem
 */
export async function readCredential(holder: Holder): Promise<OwnCredential> {
  const { storage, clock } = holder.platform;
  const credential = await patiently(clock, () =>
    callBff(holder, { method: 'GET', path: '/holder/v1/credential', guard: isOwnCredential }),
  );
  await keepCredentialSummary(storage, credential);
  return credential;
}
