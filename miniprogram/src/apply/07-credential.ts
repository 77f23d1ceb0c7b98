import type { CredentialAnswer } from '../../../shared/contract/apply/07-credential.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { awaitChange } from '../attempt/await-change.ts';
import { isCredentialAnswer, isHolderView } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { patiently } from '../holder/patiently.ts';
import { applicationPath } from './application-path.ts';

/** Waits for the end of this attempt: a final state, or `claimed` with hints where another one may follow. */
export async function awaitCredential(holder: Holder, from: HolderView): Promise<HolderView> {
  return await awaitChange(holder, applicationPath(from.id), from, (view) => view.state === 'claimed');
}

/** The application as it stands, for a page that was reloaded. @throws HolderProblem not-found, ... */
export async function readApplication(holder: Holder, applicationId: string): Promise<HolderView> {
  return await patiently(holder.platform.clock, () =>
    callBff(holder, { method: 'GET', path: applicationPath(applicationId), form: isHolderView }),
  );
}

/** Reads the credential of this phone and keeps its opaque handle, or forgets one that is live no longer. @throws HolderProblem */
export async function readCredential(holder: Holder): Promise<CredentialAnswer> {
  const { storage, clock } = holder.platform;
  const credential = await patiently(clock, () =>
    callBff(holder, { method: 'GET', path: '/holder/v1/credential', form: isCredentialAnswer }),
  );
  if (credential.status === 'live' && credential.handle !== undefined) {
    await storage.write('credential-handle', credential.handle);
  } else {
    await storage.remove('credential-handle');
  }
  return credential;
}
