import { beforeEach, describe, expect, it } from 'vitest';
import { agreed } from '../../../shared/consent/agreed.fixture.ts';
import * as limits from '../../../shared/limits.ts';
import type { Scene } from '../../../shared/scenes.ts';
import { challenge } from '../attempt/03-challenge.ts';
import { readOwnSession } from '../attempt/08-own-session.ts';
import { startJobs } from '../jobs/start-jobs.ts';
import { hotel, office, testPorts } from '../ports/ports.fixture.ts';
import type { Ports } from '../ports/ports.ts';
import type { Registered } from '../ports/registry.ts';
import { load } from '../session/load.ts';
import { openSession } from './01-open-session.ts';
import { claim } from './02-claim.ts';
import { readSession } from './08-result.ts';
import { checkIn, consent, now, playChecks, problem, type World } from './checks.fixture.ts';

let world: World;
let play: ReturnType<typeof playChecks>;
let stopJobs: () => void = () => undefined;

beforeEach(async () => {
  world = await testPorts();
  play = playChecks(world);
  return async () => {
    stopJobs();
    await world.ports.db.close();
  };
});

describe('opening', () => {
  it('answers the same session to the same idempotency key', async () => {
    const key = world.idempotencyKey();
    const first = await openSession(world.ports, hotel, checkIn, key);
    world.clock.now += 1500;
    const again = await openSession(world.ports, hotel, checkIn, key);
    expect(again).toEqual({ ...first, serverTime: world.clock.now });
  });

  it('refuses a known idempotency key with another body', async () => {
    const key = world.idempotencyKey();
    await openSession(world.ports, hotel, checkIn, key);
    await expect(
      openSession(world.ports, hotel, { scene: 'hotel', purpose: 'visit' }, { ...key, bodyHash: 'other' }),
    ).rejects.toEqual(problem('idempotency-key-reused'));
  });

  it('is refused to a counter whose registration has run out, and for a scene that it does not name', async () => {
    const { registry } = world.ports;
    const as = (change: Partial<Registered>) => ({
      ...world.ports,
      registry: {
        ...registry,
        async counter(id: string) {
          const counter = await registry.counter(id);
          return counter && { ...counter, registered: { ...counter.registered, ...change } };
        },
      },
    });
    const ended = as({ expiresAt: world.clock.now });
    await expect(openSession(ended, hotel, checkIn, world.idempotencyKey())).rejects.toEqual(
      problem('counter-unregistered'),
    );
    const parcels = as({ scenes: ['parcel'] });
    await expect(openSession(parcels, hotel, checkIn, world.idempotencyKey())).rejects.toEqual(
      problem('scene-not-allowed'),
    );
  });

  it('is refused for what officers open, to an acceptance point too', async () => {
    const { registry } = world.ports;
    const only: Scene[] = ['acceptance'];
    const point: Ports = {
      ...world.ports,
      registry: {
        ...registry,
        async rp(id) {
          const rp = await registry.rp(id);
          return rp && { ...rp, scenes: only };
        },
        async counter(id) {
          const counter = await registry.counter(id);
          return counter && { ...counter, registered: { ...counter.registered, scenes: only } };
        },
      },
    };
    const raise = { scene: 'acceptance', purpose: 'raise' } as const;
    await expect(openSession(point, hotel, raise, world.idempotencyKey())).rejects.toEqual(
      problem('scene-not-allowed'),
    );
  });

  it('refuses a scene that the RP is not registered for, and a purpose that the scene does not have', async () => {
    await expect(openSession(world.ports, office, checkIn, world.idempotencyKey())).rejects.toEqual(
      problem('scene-not-allowed'),
    );
    await expect(
      openSession(world.ports, hotel, { scene: 'hotel', purpose: 'send' }, world.idempotencyKey()),
    ).rejects.toEqual(problem('purpose-not-allowed'));
  });
});

describe('claiming', () => {
  it('shows who asks, by what the registrar has signed', async () => {
    const { phone, sessionId } = await play.claimed();
    const view = await readOwnSession(world.ports, phone, sessionId, now);
    expect(view.asks).toMatchObject({
      ...hotel,
      scene: 'hotel',
      level: 'basic',
      registration: (await world.ports.registry.counter(hotel.counterId))?.registered.signed,
    });
  });

  it('counts a code of five seconds as fresh, one of a minute as late, and refuses an older one', async () => {
    for (const [age, scanned] of [
      [5000, 'fresh'],
      [5001, 'late'],
      [60_000, 'late'],
    ] as const) {
      const session = await play.open();
      const code = play.codeOf(session);
      world.clock.now += age;
      await claim(world.ports, await world.phone(), { code });
      expect(await load(world.ports, session.sessionId)).toMatchObject({ claim: { scanned } });
    }
    const code = play.codeOf(await play.open());
    world.clock.now += 60_001;
    await expect(claim(world.ports, await world.phone(), { code })).rejects.toEqual(problem('code-stale'));
  });

  it('lets the same phone scan again and refuses every other', async () => {
    const [session, phone, other] = [await play.open(), await world.phone(), await world.phone()];
    await claim(world.ports, phone, { code: play.codeOf(session) });
    world.clock.now += 3000;
    expect((await claim(world.ports, phone, { code: play.codeOf(session) })).state).toBe('claimed');
    await expect(claim(world.ports, other, { code: play.codeOf(session) })).rejects.toEqual(
      problem('session-taken'),
    );
  });

  it('gives one of fifty phones the session', async () => {
    const session = await play.open();
    const phones = await Promise.all(Array.from({ length: 50 }, () => world.phone()));
    const tries = await Promise.allSettled(
      phones.map((phone) => claim(world.ports, phone, { code: play.codeOf(session) })),
    );
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of tries)
      if (one.status === 'rejected') expect(one.reason).toEqual(problem('session-taken'));
  });

  it('refuses a basic credential at a strict scene and leaves the session open', async () => {
    const phone = await world.phone();
    const session = await openSession(
      world.ports,
      office,
      { scene: 'gov-window', purpose: 'handle-affairs' },
      world.idempotencyKey(),
    );
    await expect(claim(world.ports, phone, { code: play.codeOf(session) })).rejects.toEqual(
      problem('level-too-low'),
    );
    expect((await readSession(world.ports, office, session.sessionId, now)).state).toBe('open');
    expect(world.asked).toHaveLength(0);
  });
});

describe('agreeing', () => {
  it('gives the same challenge to the same idempotency key and asks the authority for no other attempt', async () => {
    const { phone, sessionId } = await play.claimed();
    const key = world.idempotencyKey();
    const first = await challenge(world.ports, phone, sessionId, { consent }, key);
    expect(await challenge(world.ports, phone, sessionId, { consent }, key)).toEqual(first);
    expect(world.asked.map(({ attempt }) => attempt)).toEqual([1, 1]);
  });

  it('refuses to go on without consent to the face', async () => {
    const { phone, sessionId } = await play.claimed();
    await expect(
      challenge(world.ports, phone, sessionId, { consent: agreed({ face: false }) }, world.idempotencyKey()),
    ).rejects.toEqual(problem('consent-missing'));
  });

  it('gives a new challenge after a reload until the attempts are used up', async () => {
    const { phone, sessionId } = await play.claimed();
    const next = () => challenge(world.ports, phone, sessionId, { consent }, world.idempotencyKey());
    for (let attempt = 0; attempt < limits.attemptsPerSession; attempt++) await next();
    await expect(next()).rejects.toEqual(problem('session-over'));
    expect(world.asked.map((body) => body.attempt)).toEqual([1, 2, 3]);
  });

  it('shows nothing of the session to another phone', async () => {
    const { sessionId } = await play.claimed();
    await expect(readOwnSession(world.ports, await world.phone(), sessionId, now)).rejects.toEqual(
      problem('not-found'),
    );
  });
});

describe('relaying', () => {
  it('decides only after every awaited sample, in any order and at once', async () => {
    const { phone, sessionId } = await play.challenged();
    await Promise.all([play.send(phone, sessionId, 'voice'), play.send(phone, sessionId, 'face')]);
    expect(await play.phoneState({ phone, sessionId })).toBe('deciding');
  });

  it('refuses a sample twice, one that is not awaited, and one that comes late', async () => {
    const { phone, sessionId } = await play.challenged();
    await play.send(phone, sessionId, 'face');
    await expect(play.send(phone, sessionId, 'face')).rejects.toEqual(problem('sample-not-awaited'));
    world.clock.now += limits.challengeLifetime + 1;
    await expect(play.send(phone, sessionId, 'voice')).rejects.toEqual(problem('challenge-expired'));
  });
});

describe('the verdict', () => {
  it('passes at the counter with a result token, and on the phone', async () => {
    stopJobs = startJobs(world.ports);
    world.told.verdict = { outcome: 'pass' };
    const { phone, sessionId } = await play.deciding();
    await expect.poll(async () => (await play.stateAt(sessionId)).state).toBe('passed');
    expect(await play.stateAt(sessionId)).toMatchObject({ result: 'result.pass.token' });
    expect(await readOwnSession(world.ports, phone, sessionId, now)).toMatchObject({
      state: 'passed',
      sandbox: true,
    });
  });

  it('tells hints to the phone and never to the counter', async () => {
    stopJobs = startJobs(world.ports);
    world.told.verdict = { outcome: 'fail', hints: ['too-dark'] };
    const { phone, sessionId } = await play.deciding();
    await expect.poll(async () => (await play.stateAt(sessionId)).state).toBe('failed');
    expect(JSON.stringify(await play.stateAt(sessionId))).not.toContain('dark');
    expect((await readOwnSession(world.ports, phone, sessionId, now)).hints).toEqual(['too-dark']);
  });

  it('lets the holder try again after a retry, and fails at the last attempt', async () => {
    stopJobs = startJobs(world.ports);
    world.told.verdict = { outcome: 'retry', hints: ['hold-still'] };
    const { phone, sessionId } = await play.deciding();
    for (let attempt = 1; attempt < limits.attemptsPerSession; attempt++) {
      await expect.poll(() => play.phoneState({ phone, sessionId })).toBe('claimed');
      await challenge(world.ports, phone, sessionId, { consent }, world.idempotencyKey());
      await play.send(phone, sessionId, 'face');
      await play.send(phone, sessionId, 'voice');
    }
    await expect.poll(async () => (await play.stateAt(sessionId)).state).toBe('failed');
  });

  it('is refused when it belongs to another session, challenge or nonce, or is of too low a level', async () => {
    stopJobs = startJobs(world.ports);
    for (const [why, wrong] of [
      ['session', { sessionId: 'ses_other' }],
      ['challenge', { challengeId: 'chl_other' }],
      ['nonce', { nonce: 'other' }],
    ]) {
      world.told.verdict = { outcome: 'pass', ...Object(wrong) };
      const check = await play.deciding();
      await expect.poll(() => world.tallied).toContainEqual({ event: 'verdict-refused', why });
      expect(await play.phoneState(check)).toBe('deciding');
    }
  });

  it('counts once, however often it comes', async () => {
    stopJobs = startJobs(world.ports);
    const again = startJobs(world.ports);
    world.told.verdict = { outcome: 'pass' };
    const { sessionId } = await play.deciding();
    await expect.poll(async () => (await play.stateAt(sessionId)).state).toBe('passed');
    again();
    expect(world.events.filter((event) => event.event === 'session-ended')).toHaveLength(1);
  });

  it('cannot pass a credential that became void in flight', async () => {
    const { phone, sessionId } = await play.deciding();
    await world.ports.db.write([
      { sql: `update credentials set state = 'void' where holder_id = :id`, params: { id: phone.holderId } },
    ]);
    world.told.verdict = { outcome: 'pass' };
    stopJobs = startJobs(world.ports);
    await expect.poll(async () => (await play.stateAt(sessionId)).state).toBe('failed');
  });

  it('is awaited again for sessions that a crash left deciding', async () => {
    const { sessionId } = await play.deciding();
    world.told.verdict = { outcome: 'fail' };
    stopJobs = startJobs(world.ports);
    await expect.poll(async () => (await play.stateAt(sessionId)).state).toBe('failed');
  });
});
