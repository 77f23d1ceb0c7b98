import type { RetryHint } from '../../../shared/challenge.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import type { Identity } from '../../../shared/sample/unpack-identity.ts';
import type { Sample } from '../attempt/05-seal.ts';
import type { Holder } from '../holder/holder.ts';
import { type Screen, sendSamples } from '../holder/send-samples.ts';
import { consent } from './01-consent.ts';
import { challenge } from './03-challenge.ts';
import { takePlatformFace } from './04-platform-face.ts';
import { relay } from './06-relay.ts';
import { awaitCredential, readCredential } from './07-credential.ts';

/** The person who applies. */
export interface Applying extends Screen {
  consent: { face: boolean; voice: boolean };
  /** As `02-identity` accepted it. */
  identity: Identity;
  /** A JPEG, brought by those whom the authority's register does not know; taken afresh for each attempt. */
  idPhoto?: () => Promise<Uint8Array>;
  /** Whether the person tries again after these hints. */
  triesAgain(hints: readonly RetryHint[]): Promise<boolean>;
}

/**
 * The whole ceremony, from consent to the credential: `passed` means that this phone holds one.
 * Where the person gives up, the application ends by itself.
 * @throws HolderProblem
 */
export async function apply(holder: Holder, person: Applying): Promise<HolderView> {
  const application = await consent(holder, person.consent);
  let view = await attempt(holder, application, person);
  while (view.state === 'claimed' && (await person.triesAgain(view.hints ?? []))) {
    view = await attempt(holder, application, person);
  }
  if (view.state === 'passed') await readCredential(holder);
  return view;
}

async function attempt(holder: Holder, application: HolderView, person: Applying): Promise<HolderView> {
  const idPhoto = person.idPhoto !== undefined;
  const { checked } = await challenge(holder, application, { consent: person.consent, idPhoto });
  const typed: Sample[] = [{ kind: 'identity', identity: person.identity }];
  if (person.idPhoto !== undefined) typed.push({ kind: 'id-photo', jpeg: await person.idPhoto() });
  const sent = await sendSamples(holder, checked, {
    relay: (kind, envelope) => relay(holder, application.id, kind, envelope),
    screen: person,
    platformFace: () => takePlatformFace(holder, application.id, checked),
    typed,
  });
  return await awaitCredential(holder, sent);
}
