import { consentFormOf } from '../../../shared/ceremonies.ts';
import type { StatedConsent } from '../../../shared/contract/attempt/03-challenge.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { recordConsent } from '../consent/record-consent.ts';
import type { AuditEvent } from '../ports/audit.ts';
import type { HolderCaller, IdempotencyKey } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { giveBack } from '../quota/give-back.ts';
import { take } from '../quota/take.ts';
import { ceremonyOf } from '../session/ceremony-of.ts';
import { holderView } from '../session/holder-view.ts';
import { earlierCall, rememberCall } from '../session/idempotency.ts';
import { load } from '../session/load.ts';
import { insertSession } from '../session/row.ts';
import type { InState, Session } from '../session/session.ts';
import { faceTakerOf } from './face-taker.ts';
import { makeRoom } from './make-room.ts';

type Opened = InState<'claimed'>;

/** What a holder begins without a counter. */
export interface Beginning {
  ceremony: string;
  consent: StatedConsent;
  asked: Extract<Opened['asked'], { by: 'holder' }>;
  /** What is shown: the credential, or nothing where the ceremony brings one. */
  shows:
    | Pick<Extract<Opened['claim'], { shows: 'credential' }>, 'shows' | 'credential'>
    | { shows: 'nothing' };
  /** Recorded once it is open. */
  event: AuditEvent;
}

/**
 * The holder consents, to face and to voice apart, which is recorded in the same write, and opens a session that no counter asked for; beyond `limits.liveApplications` that
 * live it takes the place of the oldest. Without the face only the staffed way is open. Asked again with the same key it is the same
 * session, as it stands by then; `begin` is asked only where it is new.
 * @throws Problem consent-missing, consent-outdated, idempotency-key-reused, too-many-requests, session-over, and what `begin` throws
 */
export async function openByHolder(
  ports: Ports,
  caller: HolderCaller,
  scopeName: string,
  idempotencyKey: IdempotencyKey,
  begin: () => Promise<Beginning>,
): Promise<HolderView> {
  const scope = `${scopeName} ${caller.deviceThumbprint}`;
  const again = async () => {
    const earlier = await earlierCall(ports, scope, idempotencyKey);
    if (earlier === undefined) return undefined;
    const session = await load(ports, earlier.sessionId);
    if (session === undefined) throw new Problem('session-over');
    return holderView(ports, session);
  };
  const known = await again();
  if (known !== undefined) return known;
  const beginning = await begin();
  const { rules } = ceremonyOf(ports, beginning);
  const recorded = recordConsent(ports, {
    ...{ holderId: caller.holderId, consent: beginning.consent },
    ...{ rules, form: consentFormOf(rules) },
    faceBy: await faceTakerOf(ports, caller.holderId),
  });
  const session = sessionOf(ports, caller, beginning);
  const counted = [{ quota: 'applications-by-holder', subject: caller.holderId }] as const;
  // Before room is made: who is refused keeps what he has.
  await take(ports, counted);
  const open = async () => {
    await makeRoom(ports, caller.deviceThumbprint);
    const until = session.deadline + limits.claimMemory;
    const remembered = rememberCall(ports, scope, idempotencyKey, { sessionId: session.id, made: '' }, until);
    const place = { quota: 'live-applications-by-device', subject: caller.deviceThumbprint } as const;
    const { written } = await take(ports, [place], {
      also: [remembered, insertSession(session), ...recorded],
    });
    return written;
  };
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
  void ports.audit(beginning.event);
  return holderView(ports, session);
}

function sessionOf(
  ports: Ports,
  caller: HolderCaller,
  { ceremony, consent, asked, shows }: Beginning,
): Session {
  const now = ports.now();
  const holder = { holderId: caller.holderId, deviceThumbprint: caller.deviceThumbprint };
  return {
    id: newId('ses', ports.random),
    ...{ ceremony, state: 'claimed', version: 1, shown: 1, openedAt: now },
    deadline: now + limits.applicationLifetime,
    parties: {},
    asked,
    consent: { face: true, voice: consent.voice },
    claim: { ...holder, ...shows, attempts: 0, hints: [] },
  };
}
