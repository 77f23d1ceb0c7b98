import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { limits } from '../../../shared/limits.ts';
import { isFinal } from '../../../shared/sessions.ts';
import type { Ports } from '../ports/ports.ts';
import { wordOf } from './awaits-word.ts';
import { mayExtend } from './may-extend.ts';
import type { InState, Session } from './session.ts';
import { whoAsks } from './who-asks.ts';

/** What the phone that takes part may see of its session. */
export async function holderView(ports: Ports, session: Session): Promise<HolderView> {
  return {
    id: session.id,
    ceremony: session.ceremony,
    state: session.state,
    version: phoneVersion(session),
    serverTime: ports.now(),
    ...(isFinal(session.state) ? {} : { deadline: session.deadline }),
    ...(session.asked.by === 'counter' ? { asks: await whoAsks(ports, session.asked.request) } : {}),
    ...progress(session),
  };
}

/** Rises where the phone may see something else; a verdict that waits for the counter word is nothing that it sees. */
export function phoneVersion(session: Session): number {
  return 'verdict' in session ? session.version - 1 : session.version;
}

function progress(session: Session): Partial<HolderView> {
  switch (session.state) {
    case 'open':
      return {};
    case 'claimed':
    case 'challenged':
    case 'deciding':
      return {
        ...(session.state === 'claimed' ? {} : { awaited: session.attempt.awaited }),
        attemptsLeft: limits.attemptsPerSession - session.claim.attempts,
        hints: session.claim.hints,
        ...(mayExtend(session) && { mayExtend: true }),
        ...shownWord(session),
      };
    case 'passed':
      return { decidedAt: session.endedAt, sandbox: session.sandbox };
    case 'failed':
      return { decidedAt: session.endedAt, sandbox: session.sandbox, hints: session.hints };
    case 'declined':
    case 'cancelled':
    case 'expired':
    case 'aborted':
      return {};
  }
}

/** The counter word is shown once there is nothing more to capture: whoever says it has done all the rest. */
function shownWord(session: InState<'claimed' | 'challenged' | 'deciding'>): Pick<HolderView, 'word'> {
  const word = wordOf(session);
  if (word === undefined || word.stage === 'taken') return {};
  return session.state === 'deciding' || word.seen ? { word: word.digits } : {};
}
