import type { ConsentBody } from '../../../shared/contract/apply/01-consent.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { newId } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { HolderCaller, IdempotencyKey } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { holderView } from '../session/holder-view.ts';
import { earlierCall, rememberCall } from '../session/idempotency.ts';
import { load } from '../session/load.ts';
import { insertSession } from '../session/row.ts';
import type { Session } from '../session/session.ts';

/**
 * The holder consents, to face and to voice apart, and opens an application. Without the face only the staffed way is open.
 * Asked again with the same key it is the same application, as it stands by then.
 * @throws Problem consent-missing, idempotency-key-reused, session-over
 */
export async function consent(
  ports: Ports,
  caller: HolderCaller,
  { consent: given }: ConsentBody,
  idempotencyKey: IdempotencyKey,
): Promise<HolderView> {
  if (!given.face) throw new Problem('consent-missing');
  const now = ports.now();
  const application: Session = {
    id: newId('ses', ports.random),
    ceremony: 'apply',
    state: 'claimed',
    version: 1,
    openedAt: now,
    deadline: now + limits.applicationLifetime,
    parties: {},
    asked: { by: 'holder' },
    consent: { face: true, voice: given.voice },
    claim: {
      ...{ holderId: caller.holderId, deviceThumbprint: caller.deviceThumbprint },
      ...{ shows: 'nothing', attempts: 0, hints: [] },
    },
  };
  const scope = `consent ${caller.deviceThumbprint}`;
  const written = await ports.db.write([
    rememberCall(ports, scope, idempotencyKey, { sessionId: application.id, made: '' }, application.deadline),
    insertSession(application),
  ]);
  if (!written.done) {
    const earlier = await earlierCall(ports, scope, idempotencyKey);
    if (earlier === undefined) throw new Error('a session id was met twice');
    const session = await load(ports, earlier.sessionId);
    if (session === undefined) throw new Problem('session-over');
    return holderView(ports, session);
  }
  void ports.audit({ event: 'application-opened', by: 'holder', voice: given.voice });
  return holderView(ports, application);
}
