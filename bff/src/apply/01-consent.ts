import type { ConsentBody } from '../../../shared/contract/apply/01-consent.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { newId } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { HolderCaller, IdempotencyKey } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { giveBack } from '../quota/give-back.ts';
import { take } from '../quota/take.ts';
import { holderView } from '../session/holder-view.ts';
import { earlierCall, rememberCall } from '../session/idempotency.ts';
import { load } from '../session/load.ts';
import { insertSession } from '../session/row.ts';
import type { Session } from '../session/session.ts';
import { makeRoom } from './make-room.ts';

/**
 * The holder consents, to face and to voice apart, and opens an application; beyond `limits.liveApplications` that live it takes the
 * place of the oldest. Without the face only the staffed way is open. Asked again with the same key it is the same application, as it
 * stands by then.
 * @throws Problem consent-missing, idempotency-key-reused, too-many-requests, session-over
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
    shown: 1,
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
  const again = async () => {
    const earlier = await earlierCall(ports, scope, idempotencyKey);
    if (earlier === undefined) return undefined;
    const session = await load(ports, earlier.sessionId);
    if (session === undefined) throw new Problem('session-over');
    return holderView(ports, session);
  };
  const open = async () => {
    await makeRoom(ports, caller.deviceThumbprint);
    const made = { sessionId: application.id, made: '' };
    const { written } = await take(
      ports,
      [{ quota: 'live-applications-by-device', subject: caller.deviceThumbprint }],
      {
        also: [
          rememberCall(ports, scope, idempotencyKey, made, application.deadline + limits.claimMemory),
          insertSession(application),
        ],
      },
    );
    return written;
  };
  const known = await again();
  if (known !== undefined) return known;
  const counted = [{ quota: 'applications-by-holder', subject: caller.holderId }] as const;
  // Before room is made: who is refused keeps what he has.
  await take(ports, counted);
  const written = await open().catch(async (fault: unknown) => {
    await giveBack(ports, counted);
    throw fault;
  });
  if (!written.done) {
    await giveBack(ports, counted);
    const rival = await again();
    if (rival === undefined) throw new Error('a session id was met twice');
    return rival;
  }
  void ports.audit({ event: 'application-opened', by: 'holder', voice: given.voice });
  return holderView(ports, application);
}
