import type { SealedKind } from '../../../shared/challenge.ts';
import type { OfficerView } from '../../../shared/contract/raise/officer-view.ts';
import { Problem } from '../../../shared/problem.ts';
import { relay } from '../attempt/06-relay.ts';
import type { OfficerCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { amend } from '../session/change.ts';
import { loadAtCounter } from '../session/load.ts';
import { isLiveCheck, type LiveCheck } from '../session/session.ts';
import { atPoint, loadAtDesk } from './at-desk.ts';
import { officerView } from './officer-view.ts';

/** The upload as the surface hands it in. */
type Upload = Parameters<typeof relay>[4];
/** What is settled between officer and holder before the holder agrees. */
type Settled = Pick<LiveCheck['asked'], 'exception' | 'pin'>;

/**
 * No face can be taken: said by the officer of the session before the holder agrees, and borne out by a second one. Twice is once.
 * @throws Problem not-found, session-over, step-out-of-order, officer-may-not
 */
export function exceptRaise(
  ports: Ports,
  caller: OfficerCaller,
  sessionId: string,
  { exception }: { exception: 'no-face' },
): Promise<OfficerView> {
  return settle(ports, caller, sessionId, { exception });
}

/** The holder wants to set a PIN, and says so before they agree. Twice is once. @throws Problem as `exceptRaise` */
export function wantPin(ports: Ports, caller: OfficerCaller, sessionId: string): Promise<OfficerView> {
  return settle(ports, caller, sessionId, { pin: true });
}

async function settle(
  ports: Ports,
  caller: OfficerCaller,
  sessionId: string,
  settled: Settled,
): Promise<OfficerView> {
  const session = await loadAtCounter(ports, atPoint(caller), sessionId);
  if (session.parties.officer !== caller.deviceThumbprint) throw new Problem('not-found');
  if (!isLiveCheck(session)) throw new Problem('session-over');
  if (session.state !== 'open' && session.state !== 'claimed') throw new Problem('step-out-of-order');
  const asked = { ...session.asked, ...settled };
  if (asked.exception === session.asked.exception && asked.pin === session.asked.pin)
    return officerView(ports, session);
  const amended = await amend(ports, session, { ...session, asked });
  return typeof amended === 'string'
    ? settle(ports, caller, sessionId, settled)
    : officerView(ports, amended);
}

/**
 * Streams to the authority what was read off the card, what shows a ward, or what somebody typed or said at the officer's screen, from the
 * browser of the session's own officer.
 * @throws Problem as `relaySample`
 */
export async function relayAtDesk(
  ports: Ports,
  caller: OfficerCaller,
  sessionId: string,
  kind: SealedKind,
  upload: Upload,
): Promise<OfficerView> {
  await loadAtDesk(ports, caller, sessionId);
  return officerView(ports, await relay(ports, caller, sessionId, kind, upload));
}
