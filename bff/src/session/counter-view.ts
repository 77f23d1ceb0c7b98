import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import type { SessionId } from '../../../shared/ids.ts';
import { asId } from '../../../shared/ids.ts';
import { isFinal, type Session } from '../../../shared/sessions.ts';
import type { Ports } from '../ports/ports.ts';

/** All that the counter may see: nothing of the person, no reason, no hint. */
export async function counterView(ports: Ports, session: Session): Promise<CounterView> {
  const { request } = session;
  if (request === undefined) throw new Error('an application has no counter');
  const sessionId: SessionId = asId('ses', session.id);
  const decided = session.state === 'passed' || session.state === 'failed';
  return {
    sessionId,
    state: session.state,
    version: session.version,
    scene: request.scene,
    level: request.level,
    openedAt: session.openedAt,
    ...('claim' in session && session.claim.matchNumber && { matchNumber: session.claim.matchNumber }),
    ...(isFinal(session.state) ? {} : { deadline: session.deadline }),
    ...(decided && { decidedAt: session.endedAt, result: await ports.signResult(session) }),
  };
}
