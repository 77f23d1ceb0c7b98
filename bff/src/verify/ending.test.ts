import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { limits } from '../../../shared/limits.ts';
import { challenge } from '../attempt/03-challenge.ts';
import { abortDevice } from '../attempt/abort-device.ts';
import { startJobs } from '../jobs/start-jobs.ts';
import { hotel, office, testPorts } from '../ports/ports.fixture.ts';
import { claim } from './02-claim.ts';
import { decline } from './02-decline.ts';
import { endSession } from './08-end.ts';
import { watchCounter } from './08-events.ts';
import { readSession } from './08-result.ts';
import { consent, now, playChecks, problem, signal, type World } from './checks.fixture.ts';

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
    expect((await endSession(world.ports, hotel, other.sessionId, 'staffed')).state).toBe('declined');
  });

  it('is final: nothing follows', async () => {
    const { phone, sessionId } = await play.claimed();
    await endSession(world.ports, hotel, sessionId, 'abandoned');
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
    expect((await play.stateAt(sessionId)).state).toBe('deciding');
    stopJobs = startJobs(world.ports);
    await vi.waitFor(async () => expect((await play.stateAt(sessionId)).state).toBe('aborted'));
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
    await vi.waitFor(
      async () =>
        expect(await world.ports.db.read('select id from sessions where device is not null', {})).toEqual([]),
      { timeout: 3000 },
    );
    const [row] = await world.ports.db.read('select body from sessions', {});
    expect(String(row?.body)).not.toContain(phone.deviceThumbprint);
    world.clock.now += limits.resultRetention;
    await vi.waitFor(
      async () => expect(await world.ports.db.read('select id from sessions', {})).toEqual([]),
      { timeout: 3000 },
    );
  });

  it('shows a session to no other RP', async () => {
    const { sessionId } = await play.open();
    await expect(readSession(world.ports, office, sessionId, now)).rejects.toEqual(problem('not-found'));
    await expect(endSession(world.ports, office, sessionId, 'abandoned')).rejects.toEqual(
      problem('not-found'),
    );
  });
});

describe('watching', () => {
  it('pushes what stands and then every change, each version once', async () => {
    const before = await play.open();
    const seen: CounterView[] = [];
    const stop = await watchCounter(world.ports, hotel, (view) => seen.push(view));
    await claim(world.ports, await world.phone(), { code: play.codeOf(before) });
    await endSession(world.ports, hotel, before.sessionId, 'abandoned');
    await vi.waitFor(() => expect(seen.map((view) => view.state)).toEqual(['open', 'claimed', 'cancelled']));
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
});
