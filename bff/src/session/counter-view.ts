import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { isFinal } from '../../../shared/sessions.ts';
import type { DecidedCheck, Ports } from '../ports/ports.ts';
import type { InState, Request, Session } from './session.ts';

/** All that the counter may see: nothing of the person, no reason, no hint. */
export async function counterView(ports: Ports, session: Session): Promise<CounterView> {
  if (session.asked.by !== 'counter') throw new Error('a session that no counter asked for');
  const { request } = session.asked;
  const claim = 'claim' in session ? session.claim : undefined;
  const decided = session.state === 'passed' || session.state === 'failed';
  return {
    sessionId: session.id,
    state: session.state,
    version: session.version,
    scene: request.scene,
    level: request.level,
    openedAt: session.openedAt,
    ...(claim?.shows === 'credential' ? { matchNumber: claim.matchNumber } : {}),
    ...(isFinal(session.state) ? {} : { deadline: session.deadline }),
    ...(decided && { decidedAt: session.endedAt, result: await ports.signResult(told(session, request)) }),
  };
}

/** What the result token tells of it. */
function told(session: InState<'passed' | 'failed'>, request: Request): DecidedCheck {
  const { id, state, openedAt, endedAt, sandbox } = session;
  const outcome = state === 'passed' ? 'pass' : 'fail';
  return { sessionId: id, ...request, outcome, openedAt, decidedAt: endedAt, sandbox };
}
