import type { AuthorityChallengeAnswer } from '../../../shared/contract/authority/03-challenge.ts';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { Problem } from '../../../shared/problem.ts';
import { isFinal } from '../../../shared/sessions.ts';
import { relay } from '../attempt/06-relay.ts';
import type { TerminalCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { awaitChange } from '../session/await-change.ts';
import { counterView } from '../session/counter-view.ts';
import { loadAtCounter } from '../session/load.ts';
import type { Session } from '../session/session.ts';

/**
 * The challenge as this terminal is told of it, once the guardian has agreed.
 * @throws Problem not-found, step-out-of-order, session-over, challenge-expired, authority-unavailable
 */
export async function terminalChallenge(
  ports: Ports,
  caller: TerminalCaller,
  sessionId: string,
  { wait, signal }: { wait?: number | undefined; signal: AbortSignal },
): Promise<AuthorityChallengeAnswer> {
  const isThere = ({ state }: Session) => state === 'challenged' || isFinal(state);
  const read = () => ownSession(ports, caller, sessionId);
  const session = await awaitChange(ports, sessionId, read, { isThere, wait, signal });
  if (isFinal(session.state)) throw new Problem('session-over');
  if (session.state !== 'challenged') throw new Problem('step-out-of-order');
  if (session.attempt.challengeExpiresAt <= ports.now()) throw new Problem('challenge-expired');
  return ports.officers.partyChallenge(session.attempt.challengeId, 'terminal');
}

/** Streams the ward's face to the authority. @throws Problem as `relay` */
export async function terminalFace(
  ports: Ports,
  caller: TerminalCaller,
  sessionId: string,
  upload: Parameters<typeof relay>[4],
): Promise<CounterView> {
  await ownSession(ports, caller, sessionId);
  return counterView(ports, await relay(ports, caller, sessionId, 'face', upload));
}

/** What this terminal opened itself. @throws Problem not-found */
async function ownSession(ports: Ports, caller: TerminalCaller, sessionId: string): Promise<Session> {
  const session = await loadAtCounter(ports, caller, sessionId);
  if (session.parties.terminal !== caller.deviceThumbprint) throw new Problem('not-found');
  return session;
}
