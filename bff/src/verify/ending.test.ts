import { beforeEach, describe, expect, it } from 'vitest';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import * as limits from '../../../shared/limits.ts';
import { challenge } from '../attempt/03-challenge.ts';
import { readOwnSession } from '../attempt/08-own-session.ts';
import { abortDevice } from '../attempt/abort-device.ts';
import { startJobs } from '../jobs/start-jobs.ts';
import { hotel, office, testPorts } from '../ports/ports.fixture.ts';
import { load } from '../session/load.ts';
import { arrive } from './02-arrive.ts';
import { claim } from './02-claim.ts';
import { decline } from './02-decline.ts';
import { extendOnPhone } from './02-extend.ts';
import { endSession } from './08-end.ts';
import { watchCounter } from './08-events.ts';
import { extendAtCounter } from './08-extend.ts';
import { readSession } from './08-result.ts';
import { consent, now, playChecks, problem, screen, signal, type World } from './checks.fixture.ts';

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

describe('ending', () => {
  it('records a refusal as declined, from the phone or by the staffed way', async () => {
    const { phone, sessionId } = await play.challenged();
    expect((await decline(world.ports, phone, sessionId)).state).toBe('declined');
    const other = await play.open();
    expect((await endSession(world.ports, hotel, other.sessionId, 'staffed', signal)).state).toBe('declined');
  });

  it('is final: nothing follows', async () => {
    const { phone, sessionId } = await play.claimed();
    await endSession(world.ports, hotel, sessionId, 'abandoned', signal);
    await expect(decline(world.ports, phone, sessionId)).rejects.toEqual(problem('session-over'));
    await expect(
      challenge(world.ports, phone, sessionId, { consent }, world.idempotencyKey()),
    ).rejects.toEqual(problem('session-over'));
    await expect(play.send(phone, sessionId, 'face')).rejects.toEqual(problem('session-over'));
  });

  it('comes by itself when the time is over, and an undecided check is given up as our fault', async () => {
    const waiting = await play.open();
    const { sessionId } = await play.deciding();
    world.clock.now += limits.openLifetime;
    expect((await play.stateAt(waiting.sessionId)).state).toBe('expired');
    expect((await play.stateAt(sessionId)).state).toBe('claimed');
    stopJobs = startJobs(world.ports);
    await expect.poll(async () => (await play.stateAt(sessionId)).state).toBe('aborted');
  });

  it('comes with a challenge that nobody could answer; every other is waited for alike', async () => {
    const { authority } = world.ports;
    const issue = authority.issueChallenge;
    for (const [lives, waitedFor] of [
      [60_000, limits.challengedLifetime],
      [limits.challengeLeast, limits.challengedLifetime],
      [4_000, 4_000],
    ] as const) {
      authority.issueChallenge = async (order) => {
        const issued = await issue(order);
        return { ...issued, claims: { ...issued.claims, exp: (world.clock.now + lives) / 1000 } };
      };
      const { sessionId } = await play.challenged();
      expect((await load(world.ports, sessionId))?.deadline).toBe(world.clock.now + waitedFor);
      world.clock.now += waitedFor - 1;
      expect((await play.stateAt(sessionId)).state).toBe('claimed');
      world.clock.now += 1;
      expect((await play.stateAt(sessionId)).state).toBe('expired');
      world.clock.now = Math.ceil(world.clock.now / 1000) * 1000;
    }
  });

  it('asked for by the counter while the authority decides comes where another attempt would', async () => {
    const check = await play.deciding();
    const ending = endSession(world.ports, hotel, check.sessionId, 'staffed', signal);
    world.told.verdict = { outcome: 'retry' };
    stopJobs = startJobs(world.ports);
    expect((await ending).state).toBe('declined');
  });

  it('is awaited no longer than a long poll while the authority is silent', async () => {
    const { sessionId } = await play.deciding();
    const gone = AbortSignal.abort();
    await expect(endSession(world.ports, hotel, sessionId, 'abandoned', gone)).rejects.toEqual(
      problem('step-out-of-order'),
    );
  });

  it('has a latest moment that is the same for every check', async () => {
    const { openLifetime, claimedLifetime, challengedLifetime, attemptsPerSession } = limits;
    const { moreTime, moreTimeOnPhone, decidingLifetime, wordLifetime } = limits;
    const gaveWay = claimedLifetime + moreTimeOnPhone;
    const attempt = claimedLifetime + challengedLifetime + Math.max(decidingLifetime, wordLifetime);
    const spared = moreTimeOnPhone + challengedLifetime;
    const slowest = openLifetime + moreTime + gaveWay + attemptsPerSession * attempt + spared;
    expect(slowest).toBeLessThan(limits.checkLifetimeMost);
    const { challengeLifetime, platformChallengeLifetime, challengeGrace } = limits;
    expect(Math.max(challengeLifetime, platformChallengeLifetime) + challengeGrace).toBe(challengedLifetime);
    const seen = new Set<unknown>();
    for (const brought of [play.claimed, play.challenged, play.deciding]) {
      const { sessionId } = await brought();
      const { state, version, deadline = 0, openedAt } = await play.stateAt(sessionId);
      seen.add(`${state} ${version} ${deadline - openedAt}`);
    }
    expect([...seen]).toEqual([`claimed 2 ${limits.checkLifetimeMost}`]);
  });

  it('comes before that moment where everybody takes all the time there is', async () => {
    const { clock, ports } = world;
    const { rp } = ports.registry;
    ports.registry.rp = async (id) => {
      const found = await rp(id);
      return found && { ...found, counterWord: { hotel: 'always' } };
    };
    stopJobs = startJobs(ports);
    const session = await play.open();
    const [late, phone] = [await world.phone(), await world.phone()];
    const { ticket } = await arrive(ports, {
      ...late,
      code: play.codeOf(session),
      ticket: undefined,
      source: '203.0.113.5',
    });
    await extendAtCounter(ports, hotel, session.sessionId);
    const id = session.sessionId;
    const ask = () => challenge(ports, phone, id, { consent }, world.idempotencyKey());
    /** To the last moment of the step. */
    const wait = async (who = phone) => {
      clock.now = ((await readOwnSession(ports, who, id, now)).deadline ?? 0) - 1;
    };
    clock.now += limits.openLifetime + limits.moreTime - 1;
    await claim(ports, late, { ticket });
    await extendOnPhone(ports, late, id);
    await wait(late);
    await claim(ports, phone, { code: play.codeOf(session) });
    for (let attempts = 0; attempts < limits.attemptsPerSession; attempts++) {
      await wait();
      await ask();
      if (attempts === 0) {
        await extendOnPhone(ports, phone, id);
        await wait();
        await ask();
      }
      world.told.verdict = undefined;
      clock.now += limits.challengeLifetime - 1000;
      for (const kind of ['face', 'voice'] as const) await play.send(phone, id, kind);
      await wait();
      const last = attempts === limits.attemptsPerSession - 1;
      if (last) break;
      world.told.verdict = { outcome: 'retry' };
      await expect.poll(async () => (await load(ports, id))?.state).toBe('claimed');
    }
    expect(await play.stateAt(id)).toMatchObject({ state: 'claimed', word: 'awaited' });
    clock.now += 1;
    await expect.poll(async () => (await play.stateAt(id)).state).toBe('aborted');
    const taken = clock.now - session.openedAt;
    expect(taken).toBeGreaterThan(limits.openLifetime + limits.moreTime + 15 * 60_000);
    expect(taken).toBeLessThan(limits.checkLifetimeMost);
  });

  it('comes at once for every session in flight of a phone that was taken over', async () => {
    const { phone, sessionId } = await play.deciding();
    await abortDevice(world.ports, phone.deviceThumbprint);
    expect((await play.stateAt(sessionId)).state).toBe('aborted');
  });

  it('forgets which phone took part, and then the session', async () => {
    const { phone, sessionId } = await play.claimed();
    await decline(world.ports, phone, sessionId);
    stopJobs = startJobs(world.ports);
    world.clock.now += limits.claimMemory + 1;
    const linked = 'select id from sessions where device is not null';
    await expect.poll(() => world.ports.db.read(linked, {})).toEqual([]);
    const [row] = await world.ports.db.read('select body from sessions', {});
    expect(String(row?.body)).not.toContain(phone.deviceThumbprint);
    world.clock.now += limits.resultRetention;
    await expect.poll(() => world.ports.db.read('select id from sessions', {})).toEqual([]);
  });

  it('shows a session to no other RP', async () => {
    const { sessionId } = await play.open();
    await expect(readSession(world.ports, office, sessionId, now)).rejects.toEqual(problem('not-found'));
    await expect(endSession(world.ports, office, sessionId, 'abandoned', signal)).rejects.toEqual(
      problem('not-found'),
    );
  });
});

describe('watching', () => {
  it('pushes what stands and then every change, each version once', async () => {
    const before = await play.open();
    const seen: CounterView[] = [];
    const { stop } = await watchCounter(
      world.ports,
      hotel,
      screen((view) => seen.push(view)),
    );
    await claim(world.ports, await world.phone(), { code: play.codeOf(before) });
    await endSession(world.ports, hotel, before.sessionId, 'abandoned', signal);
    await expect.poll(() => seen.map((view) => view.state)).toEqual(['open', 'claimed', 'cancelled']);
    stop();
    await play.open();
    expect(seen).toHaveLength(3);
  });

  it('wakes a long poll with the change and not before', async () => {
    const session = await play.open();
    const waiting = readSession(world.ports, hotel, session.sessionId, { after: 1, wait: 10, signal });
    await claim(world.ports, await world.phone(), { code: play.codeOf(session) });
    expect((await waiting).state).toBe('claimed');
  });

  it('neither pushes nor wakes a long poll for what is done on the phone', async () => {
    const seen: CounterView[] = [];
    const { stop } = await watchCounter(
      world.ports,
      hotel,
      screen((view) => seen.push(view)),
    );
    const { phone, sessionId } = await play.claimed();
    const polled: string[] = [];
    const polling = readSession(world.ports, hotel, sessionId, { after: 2, wait: 10, signal }).then((view) =>
      polled.push(view.state),
    );
    await challenge(world.ports, phone, sessionId, { consent }, world.idempotencyKey());
    for (const kind of ['face', 'voice'] as const) await play.send(phone, sessionId, kind);
    await expect.poll(() => seen.map((view) => view.state)).toEqual(['open', 'claimed']);
    expect(polled).toEqual([]);
    world.told.verdict = { outcome: 'pass' };
    stopJobs = startJobs(world.ports);
    await polling;
    expect(polled).toEqual(['passed']);
    await expect.poll(() => seen.map((view) => view.version)).toEqual([1, 2, 3]);
    stop();
  });
});
