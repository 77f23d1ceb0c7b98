import type { BegunDecision, SignedDecision } from '../../../shared/contract/raise/08-decision.ts';
import type { OfficerView } from '../../../shared/contract/raise/officer-view.ts';
import { Problem } from '../../../shared/problem.ts';
import type { RaiseDecision } from '../../../shared/raise/decision.ts';
import { isFinal } from '../../../shared/sessions.ts';
import { recordSample } from '../attempt/record-sample.ts';
import type { OfficerCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { amend } from '../session/change.ts';
import type { InState } from '../session/session.ts';
import { loadAtDesk } from './at-desk.ts';
import { officerView } from './officer-view.ts';

/**
 * Has the authority say what the passkey is to sign. Whether this officer may decide, and now, is for the authority to say: the session's own
 * first, and where a second one is needed any other of the point.
 * @throws Problem not-found, session-over, step-out-of-order, and what the authority refuses with
 */
export async function beginDecision(
  ports: Ports,
  caller: OfficerCaller,
  sessionId: string,
  { decision }: { decision: RaiseDecision },
): Promise<BegunDecision> {
  const { attempt } = await challenged(ports, caller, sessionId);
  return ports.officers.beginDecision(attempt.challengeId, { shiftId: caller.shiftId, decision });
}

/**
 * Relays the assertion; once the authority has taken it, and no second officer is needed, nothing is awaited any more and the verdict is.
 * @throws Problem as `beginDecision`, passkey-refused, decision-changed
 */
export async function decideRaise(
  ports: Ports,
  caller: OfficerCaller,
  sessionId: string,
  signed: SignedDecision,
): Promise<OfficerView> {
  const session = await challenged(ports, caller, sessionId);
  const { shiftId } = caller;
  const taken = await ports.officers.decide(session.attempt.challengeId, { shiftId, ...signed });
  if (taken.secondNeeded) return officerView(ports, await noteSecond(ports, caller, session));
  const officer = { deviceThumbprint: session.parties.officer ?? '' };
  return officerView(ports, await recordSample(ports, officer, session, 'officer-decision'));
}

/** Whoever was quicker has changed something else, and it is noted beside that. */
async function noteSecond(ports: Ports, caller: OfficerCaller, session: InState<'challenged'>) {
  const attempt = { ...session.attempt, secondNeeded: true as const };
  const noted = await amend(ports, session, { ...session, attempt });
  if (typeof noted !== 'string') return noted;
  return noteSecond(ports, caller, await challenged(ports, caller, session.id));
}

async function challenged(
  ports: Ports,
  caller: OfficerCaller,
  sessionId: string,
): Promise<InState<'challenged'>> {
  const session = await loadAtDesk(ports, caller, sessionId);
  if (isFinal(session.state)) throw new Problem('session-over');
  if (session.state !== 'challenged') throw new Problem('step-out-of-order');
  return session;
}
