import { type ConsentBody, consent as consentCall } from '../../../shared/contract/apply/01-consent.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { newId } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Session } from '../../../shared/sessions.ts';
import type { Creation, HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { holderView } from '../session/holder-view.ts';
import { recall, remember } from '../session/idempotency.ts';
import { insertSession } from '../session/row.ts';

/**
 * The holder consents, to face and to voice apart, and opens an application. Without the face only the staffed way is open.
 * @throws Problem consent-missing, idempotency-key-reused
 */
export async function consent(
  ports: Ports,
  caller: HolderCaller,
  { consent: given }: ConsentBody,
  creation: Creation,
): Promise<HolderView> {
  if (!given.face) throw new Problem('consent-missing');
  const now = ports.now();
  const application: Session = {
    id: newId('app', ports.random),
    ceremony: 'apply',
    state: 'claimed',
    version: 1,
    openedAt: now,
    deadline: now + limits.applicationLifetime,
    consent: { face: true, voice: given.voice },
    claim: { ...caller, attempts: 0, hints: [] },
  };
  const answer = await holderView(ports, application);
  const scope = `consent ${caller.deviceThumbprint}`;
  const written = await ports.db.write([
    remember(ports, scope, creation, answer),
    insertSession(application),
  ]);
  if (!written.done) {
    const earlier = await recall(ports, scope, creation, consentCall.answer);
    if (earlier === undefined) throw new Error('an application id was met twice');
    return earlier;
  }
  void ports.audit({ event: 'application-opened', by: 'holder', voice: given.voice });
  return answer;
}
