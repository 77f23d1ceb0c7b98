import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Holder } from '../../../miniprogram/src/holder/holder.ts';
import { HolderProblem } from '../../../miniprogram/src/holder/holder-problem.ts';
import type { SessionView } from '../../../miniprogram/src/holder/who-asks.ts';
import type { ResultClaims } from '../../../shared/contract/verify/08-result.ts';
import * as limits from '../../../shared/limits.ts';
import type { OpenCheck } from '../../stand-ins/counter/counter.ts';
import { scriptAuthority } from '../../stand-ins/phone/ask-sandbox.ts';
import { makeCitizen } from '../../stand-ins/phone/make-citizen.ts';
import { type Phone, pickUpPhone } from '../../stand-ins/phone/pick-up-phone.ts';
import { enrol, playApplication, playCheck } from '../../stand-ins/phone/play-journey.ts';
import { anySamples } from '../../stand-ins/phone/stand-in-platform.ts';
import { type CrashPoint, crashAt, crashPoints, isLastSample } from './crash-points.ts';
import { chainsOf, eventsOf, statesIn } from './look-into-database.ts';
import { openWorld, type World } from './world.fixture.ts';

/** In the short form every second one. */
const points = crashPoints.filter((_, index) => process.env.RACES === 'long' || index % 2 === 0);
let world: World;
let phone: Phone;
let sound: Phone['platform']['request'];
let restarted: Promise<void> | undefined;
/** What the counter learned of each session when it ended. */
const learned = new Map<string, ResultClaims>();

beforeAll(async () => {
  world = await openWorld();
  await scriptAuthority(world.running, { name: 'stub-decision', outcome: 'pass' });
  phone = await pickUpPhone(world.running, 'account', { samples: anySamples });
  sound = phone.platform.request;
  pauseUntilBack(phone);
  await enrol(phone.holder, { identity: makeCitizen(1, '测试甲') });
});
beforeEach(() => {
  phone.platform.request = sound;
  restarted = undefined;
});
afterAll(() => world.close());

/**
 * The phone pauses until the BFF is back, in place of some seconds (longer timers are others): on a laden machine a start takes
 * longer than any patience.
 */
function pauseUntilBack({ platform }: Phone): void {
  const { after } = platform.clock;
  platform.clock.after = (milliseconds, then) => {
    const isPause = milliseconds >= limits.phoneFirstPause && milliseconds <= limits.phoneLongestPause;
    if (!isPause || restarted === undefined) return after(milliseconds, then);
    let stop = () => {};
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const back = restarted.then(() => 'back' as const);
    void Promise.race([back, stopped]).then((why) => why === 'back' && after(100, then));
    return stop;
  };
}

/** kill -9; it starts again while phone and counter already try to reach it. */
async function crash(): Promise<void> {
  await world.running.bff.kill('SIGKILL');
  restarted = world.running.bff.restart();
}

/** A code that grew stale while the BFF was away is scanned again, by the same phone. */
async function check(holder: Holder, { code }: OpenCheck): Promise<SessionView> {
  for (;;) {
    try {
      return await playCheck(holder, code());
    } catch (problem) {
      if (!(problem instanceof HolderProblem) || problem.code !== 'code-stale') throw problem;
    }
  }
}

/** Phone, event stream, reading and result token all say the same. */
async function expectOneEnd(sessionId: string, view: SessionView): Promise<void> {
  expect(restarted, 'the BFF was killed').toBeDefined();
  await restarted;
  const { counter, running } = world;
  expect(view).toMatchObject({ id: sessionId, state: 'passed' });
  expect((await counter.awaitEnd(sessionId, 10_000)).view.state).toBe('passed');
  const { state, result, decidedAt } = await counter.readSession(sessionId);
  expect({ state, decidedAt }).toEqual({ state: 'passed', decidedAt: view.decidedAt });
  const claims = await counter.openResult(result ?? '');
  expect(claims).toMatchObject({ jti: sessionId, outcome: 'pass', decidedAt });
  learned.set(sessionId, claims);
  const events = await eventsOf(running.sandbox, sessionId);
  expect(events.filter((event) => event.startsWith('session-ended')).length).toBeLessThanOrEqual(1);
  expect(
    events.filter((event) => event === 'challenge-issued').length,
    'no attempt is lost',
  ).toBeLessThanOrEqual(1);
  expect(await chainsOf(running.sandbox)).toBe('whole');
}

describe('a BFF that is killed with -9 and started again still decides the check, once', () => {
  it('after it was opened', async () => {
    const open = await world.counter.openSession('hotel', 'check-in');
    await crash();
    await restarted;
    await expectOneEnd(open.session.sessionId, await check(phone.holder, open));
  });

  it.each(points)('$name', async (point: CrashPoint) => {
    const open = await world.counter.openSession('hotel', 'check-in');
    const { sessionId } = open.session;
    await scriptAuthority(world.running, { name: 'delay', sessionId, ms: 700, times: 1 });
    crashAt(phone.platform, point, crash);
    await expectOneEnd(sessionId, await check(phone.holder, open));
  });

  it('while an application is decided: the credential is there afterwards', async () => {
    const applicant = await pickUpPhone(world.running, 'applicant', { samples: anySamples });
    pauseUntilBack(applicant);
    await scriptAuthority(world.running, { name: 'delay', ms: 700, times: 1 });
    const decided = { name: '', fate: 'answered', meets: isLastSample } as const;
    crashAt(applicant.platform, decided, crash);
    const view = await playApplication(applicant.holder, { identity: makeCitizen(2, '测试乙') });
    expect(restarted, 'the BFF was killed').toBeDefined();
    expect(view.state).toBe('passed');
    await restarted;
    const open = await world.counter.openSession('hotel', 'check-in');
    await expectOneEnd(open.session.sessionId, await check(applicant.holder, open));
  });

  it('and once more at the end: every result is read again as it was, with a valid token', async () => {
    await crash();
    await restarted;
    const { counter, running } = world;
    expect(learned.size).toBe(points.length + 2);
    for (const [sessionId, claims] of learned) {
      const { result } = await counter.readSession(sessionId);
      const { iat, exp, ...said } = claims;
      expect(await counter.openResult(result ?? '')).toMatchObject(said);
    }
    expect(await statesIn(running.sandbox)).toEqual(new Map([...learned.keys()].map((id) => [id, 'passed'])));
    expect(await chainsOf(running.sandbox)).toBe('whole');
  });
});
