import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSession } from '../../../miniprogram/src/attempt/08-own-session.ts';
import { HolderProblem } from '../../../miniprogram/src/holder/holder-problem.ts';
import { beginCheck } from '../../../miniprogram/src/journey/begin.ts';
import { awaitDeliveries } from '../../../miniprogram/src/journey/send-envelope.ts';
import { isFinal } from '../../../shared/sessions.ts';
import { bffEnvironment } from '../../sandbox/environment.ts';
import { freePorts } from '../../sandbox/free-ports.ts';
import { type Child, launchNode } from '../../sandbox/launch.ts';
import { scriptAuthority } from '../../stand-ins/phone/ask-sandbox.ts';
import { makeCitizen } from '../../stand-ins/phone/make-citizen.ts';
import { type Phone, pickUpPhone } from '../../stand-ins/phone/pick-up-phone.ts';
import { enrol, playJourney } from '../../stand-ins/phone/play-journey.ts';
import { anySamples } from '../../stand-ins/phone/stand-in-platform.ts';
import { claimAtOnce, type Process } from './claim-at-once.ts';
import { chainsOf, eventsOf } from './look-into-database.ts';
import { usesOf } from './uses-of.ts';
import { openWorld, type World } from './world.fixture.ts';

const faceOnly = { face: true, voice: false };
const crowd = 50;
const atOnce = 10;
let world: World;
const phones: Phone[] = [];

beforeAll(async () => {
  world = await openWorld();
  await scriptAuthority(world.running, { name: 'stub-decision', outcome: 'pass' });
  const serials = Array.from({ length: crowd }, (_, serial) => serial);
  while (serials.length > 0)
    phones.push(...(await Promise.all(serials.splice(0, atOnce).map(enrolledPhone))));
});
afterAll(() => world.close());

async function enrolledPhone(serial: number): Promise<Phone> {
  const phone = await pickUpPhone(world.running, `account-${serial}`, { samples: anySamples });
  await enrol(phone.holder, { identity: makeCitizen(serial, '测试甲') }, { consent: faceOnly });
  return phone;
}

describe('fifty phones that scan one code at once', () => {
  it('leave one winner, who alone sees the session; 49 learn that it is taken', () =>
    expectOneWinner([first()]));
});

const first = (): Process => ({ pid: world.running.bff.pid, url: world.running.bffUrl });

async function expectOneWinner(processes: Process[]): Promise<void> {
  const { counter, running } = world;
  const { session, code } = await counter.openSession('hotel', 'check-in');
  const claims = await claimAtOnce(phones, code, processes);
  const won = claims.filter(({ status }) => status === 'fulfilled');
  const refused = claims.flatMap((each) => (each.status === 'rejected' ? [codeOf(each.reason)] : []));
  expect(won).toHaveLength(1);
  expect(refused).toEqual(Array.from({ length: crowd - 1 }, () => 'session-taken'));

  const readings = phones.map(({ holder }) => readSession(holder, session.sessionId).then(stateOf, codeOf));
  const seen = await Promise.all(readings);
  expect(seen.filter((each) => each === 'claimed')).toHaveLength(1);
  expect(seen.filter((each) => each === 'not-found')).toHaveLength(crowd - 1);
  expect(await counter.readSession(session.sessionId)).toMatchObject({ state: 'claimed', version: 2 });
  const events = await eventsOf(running.sandbox, session.sessionId);
  expect(events.filter((event) => event === 'session-claimed')).toHaveLength(1);
}

describe('two BFF processes on one database', () => {
  let second: Child;
  beforeAll(async () => {
    const { sandbox, bffUrl, authorityUrl, platformUrl } = world.running;
    const [bffPort = 0] = await freePorts('127.0.0.1', 1);
    const addresses = { host: '127.0.0.1', bffPort, authorityUrl, platformUrl };
    second = await launchNode(new URL('./bff-beside.ts', import.meta.url), {
      name: 'second bff',
      env: { ...bffEnvironment(sandbox, addresses, 'error'), LZ_PUBLIC_URL: bffUrl, LZ_ISSUER: bffUrl },
    });
  });
  afterAll(() => second.stop());

  it('let one of fifty phones claim, wherever each asks', () => expectOneWinner([first(), second]));

  it('take one of two verdicts that contradict each other, and everybody reads the same', async () => {
    const checks = await Promise.all(phones.slice(0, 6).map(playContradiction));
    for (const { sessionId, uses, atCounter, onPhone, claimed, taken } of checks) {
      expect(uses, `${sessionId}: both processes read a verdict`).toBeGreaterThanOrEqual(2);
      expect(onPhone).toBe(atCounter);
      expect(claimed).toBe(atCounter === 'passed' ? 'pass' : 'fail');
      expect(taken).toEqual([`session-ended ${atCounter}`, `verdict-taken ${claimed}`]);
    }
    expect(await chainsOf(world.running.sandbox)).toBe('whole');
  });

  /** The authority says pass to whoever reads the verdict first and fail to whoever reads it next, at the same moment. */
  async function playContradiction({ holder }: Phone) {
    const { counter, running } = world;
    const { session, code } = await counter.openSession('hotel', 'check-in');
    const { sessionId } = session;
    // Long enough for the second process to notice in its rounds that something is to be decided.
    await scriptAuthority(running, { name: 'delay', sessionId, ms: 2500, times: 1 });
    await scriptAuthority(running, { name: 'duplicate', sessionId, outcome: 'fail' });
    const journey = await beginCheck(holder, code());
    await playJourney(journey, { consent: faceOnly }, 'waiting');
    await awaitDeliveries(journey);
    const uses = await twoReadings(sessionId);
    const { state: atCounter, result } = await counter.readSession(sessionId);
    const { state: onPhone } = await readSession(holder, sessionId);
    const { outcome: claimed } = await counter.openResult(result ?? '');
    const events = await eventsOf(running.sandbox, sessionId);
    const taken = events.filter((event) => /^(verdict|session-ended)/.test(event)).sort();
    return { sessionId, uses, atCounter, onPhone, claimed, taken };
  }

  /** Waits until the verdict was read twice and what was read has had its effect. */
  async function twoReadings(sessionId: string): Promise<number> {
    const deadline = performance.now() + 20_000;
    const isOver = async () => {
      const { state } = await world.counter.readSession(sessionId);
      return isFinal(state) && (await usesOf(world.running, 'duplicate', sessionId)) >= 2;
    };
    while (!(await isOver()) && performance.now() < deadline) await sleep(100);
    await sleep(300);
    return await usesOf(world.running, 'duplicate', sessionId);
  }
});

function stateOf({ state }: { state: string }): string {
  return state;
}

function codeOf(problem: unknown): string {
  return problem instanceof HolderProblem ? problem.code : String(problem);
}
