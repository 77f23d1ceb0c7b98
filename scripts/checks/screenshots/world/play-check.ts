import { beginCheck } from '../../../../miniprogram/src/journey/begin.ts';
import { awaitDeliveries } from '../../../../miniprogram/src/journey/send-envelope.ts';
import { switchToStaff } from '../../../../miniprogram/src/journey/switch-to-staff.ts';
import type { RetryHint } from '../../../../shared/challenge.ts';
import type { RunningSandbox } from '../../../sandbox/start-processes.ts';
import type { Counter, OpenCheck } from '../../../stand-ins/counter/counter.ts';
import { scriptAuthority } from '../../../stand-ins/phone/ask-sandbox.ts';
import { playJourney } from '../../../stand-ins/phone/play-journey.ts';
import type { HeldPhone } from './phones.ts';

/** How a check is to go: `waiting` stays undecided for two minutes, `claimed` stays where the phone is asked. */
export type Course = { to: 'claimed' } | { to: 'declined' } | { to: 'cancelled' } | ToDecision;

type ToDecision = { to: 'passed' | 'waiting' } | { to: 'failed' | 'retry'; hints: readonly RetryHint[] };

const longest = 120_000;

/** What a check is played with. */
export interface Players {
  running: RunningSandbox;
  counter: Counter;
  phone: HeldPhone;
}

/** Plays a check by program, up to there; the phone's browser can then look at it. @returns the session's id */
export async function playCheck(players: Players, course: Course): Promise<string> {
  const { counter } = players;
  const check = await counter.openSession('hotel', 'check-in');
  await answerCheck(players, check, course);
  return check.session.sessionId;
}

/** The phone's side of a check that a counter has opened. */
export async function answerCheck(
  { running, counter, phone: { holder } }: Players,
  { session: { sessionId }, code }: OpenCheck,
  course: Course,
): Promise<void> {
  const journey = await beginCheck(holder, code());
  if (course.to === 'claimed') return;
  if (course.to === 'cancelled') return void (await counter.endSession(sessionId, 'abandoned'));
  if (course.to === 'declined') return void (await switchToStaff(journey));
  for (const scenario of scenariosOf(sessionId, course)) await scriptAuthority(running, scenario);
  const consent = { face: true, voice: false };
  await playJourney(journey, { consent }, course.to === 'waiting' ? 'waiting' : 'retry');
  await awaitDeliveries(journey);
}

const outcomes = { passed: 'pass', waiting: 'pass', failed: 'fail', retry: 'retry' } as const;

function scenariosOf(sessionId: string, course: ToDecision): object[] {
  const hints = 'hints' in course ? course.hints : [];
  return [
    { name: 'forgive' },
    { name: 'forget-samples' },
    { name: 'stub-decision', sessionId, outcome: outcomes[course.to], hints },
    ...(course.to === 'waiting' ? [{ name: 'delay', sessionId, ms: longest }] : []),
  ];
}
