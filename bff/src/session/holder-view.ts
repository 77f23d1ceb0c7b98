import type { HolderView } from '../../../shared/contract/holder-view.ts';
import * as limits from '../../../shared/limits.ts';
import { isFinal } from '../../../shared/sessions.ts';
import type { Ports } from '../ports/ports.ts';
import { wordOf } from './awaits-word.ts';
import { mayExtend } from './may-extend.ts';
import { asksPrivately } from './meetings.ts';
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
    ...(await asking(ports, session)),
    ...wardOf(session),
    ...progress(session),
  };
}

/** For which ward the phone has been asked. */
function wardOf(session: Session): Pick<HolderView, 'ward'> {
  const ward = 'claim' in session && session.claim.shows === 'credential' ? session.claim.ward : undefined;
  return ward === undefined ? {} : { ward };
}

async function asking(
  ports: Ports,
  { asked, state }: Session,
): Promise<Pick<HolderView, 'asks' | 'asksPrivately' | 'act'>> {
  switch (asked.by) {
    case 'counter':
      return { asks: await whoAsks(ports, asked.request) };
    case 'peer':
      return await asksPrivately(ports, asked.meetingId, isFinal(state));
    case 'holder':
      return asked.act === undefined ? {} : { act: asked.act };
  }
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
    case 'in-review':
      return { decidedAt: session.endedAt, sandbox: session.sandbox };
    case 'failed':
      return { decidedAt: session.endedAt, sandbox: session.sandbox, hints: session.hints };
    case 'declined':
    case 'cancelled':
    case 'expired':
    case 'aborted':
    case 'superseded':
      return {};
  }
}

/** The counter word is shown once there is nothing more to capture: whoever says it has done all the rest. */
export function shownWord(session: InState<'claimed' | 'challenged' | 'deciding'>): Pick<HolderView, 'word'> {
  const word = wordOf(session);
  if (word === undefined || word.stage === 'taken') return {};
  return session.state === 'deciding' || word.seen ? { word: word.digits } : {};
}
