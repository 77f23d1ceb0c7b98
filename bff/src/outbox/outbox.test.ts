import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { deliverDue } from './deliver-due.ts';
import { queueMessage } from './queue-message.ts';

let world: Awaited<ReturnType<typeof testPorts>>;
let heard: string[];
let reachable: boolean;
beforeEach(async () => {
  world = await testPorts();
  heard = [];
  reachable = true;
  world.ports.authority.voidCredential = async (handle) => {
    if (!reachable) throw new Problem('authority-unavailable');
    heard.push(handle);
  };
});

const queueVoid = async (handle = newId('crd', world.ports.random)) => {
  await world.ports.db.write([queueMessage(world.ports, { kind: 'void-credential', handle })]);
  return handle;
};
const waiting = () =>
  world.ports.db.read('select id, attempts, next_at, queued_at from outbox order by queued_at', {});
const pass = (milliseconds: number) => {
  world.clock.now += milliseconds;
};

describe('the outbox', () => {
  it('tells each message and forgets it', async () => {
    const handles = [await queueVoid(), await queueVoid()];
    await deliverDue(world.ports);
    expect(heard.sort()).toEqual(handles.sort());
    expect(await waiting()).toEqual([]);
  });

  it('tells one message once when several deliver at the same moment', async () => {
    await queueVoid();
    await Promise.all(Array.from({ length: 10 }, () => deliverDue(world.ports)));
    expect(heard).toHaveLength(1);
  });

  it('tries again for as long as it takes, after pauses that double up to the most', async () => {
    await queueVoid();
    reachable = false;
    const pauses: number[] = [];
    for (let tries = 0; tries < 12; tries++) {
      await deliverDue(world.ports);
      const pause = Number((await waiting())[0]?.next_at) - world.clock.now;
      pauses.push(pause);
      pass(pause - 1);
      await deliverDue(world.ports);
      pass(1);
    }
    expect(pauses.slice(0, 4)).toEqual([2000, 4000, 8000, 16_000]);
    expect(Math.max(...pauses)).toBe(limits.outboxPauseMost);
    expect(await waiting()).toMatchObject([{ attempts: 12 }]);
    reachable = true;
    await deliverDue(world.ports);
    expect(heard).toHaveLength(1);
  });

  it('tells again what a process had taken that ended before it was told', async () => {
    await queueVoid();
    world.ports.authority.voidCredential = () => new Promise(() => {});
    void deliverDue(world.ports);
    await expect.poll(waiting).toMatchObject([{ attempts: 1 }]);
    world.ports.authority.voidCredential = async (handle) => void heard.push(handle);
    await deliverDue(world.ports);
    expect(heard).toEqual([]);
    pass(limits.outboxTakenFor);
    await deliverDue(world.ports);
    expect(heard).toHaveLength(1);
  });

  it('tells all that is due, however much that is, so that what comes last waits for no other round', async () => {
    for (let n = 0; n < 2 * limits.outboxAtOnce + 1; n++) await queueVoid();
    await deliverDue(world.ports);
    expect(await waiting()).toEqual([]);
  });

  it('holds up no message for one about which the authority is slow', async () => {
    const slow = await queueVoid();
    const others = [await queueVoid(), await queueVoid()];
    world.ports.authority.voidCredential = (handle) =>
      handle === slow ? new Promise(() => {}) : Promise.resolve(void heard.push(handle));
    void deliverDue(world.ports);
    await expect.poll(() => heard.toSorted()).toEqual(others.toSorted());
  });

  it('warns of a message only when it is written when it is due again', async () => {
    await queueVoid();
    reachable = false;
    let due: unknown;
    world.ports.warn = () => {
      due = waiting();
    };
    await deliverDue(world.ports);
    expect(await due).toMatchObject([{ next_at: world.clock.now + limits.outboxPause }]);
  });

  it('tells the messages of one key in order, and holds up no other key', async () => {
    reachable = false;
    const first = await queueVoid();
    await deliverDue(world.ports);
    reachable = true;
    await queueVoid(first);
    await queueVoid(first);
    const other = await queueVoid();
    await deliverDue(world.ports);
    expect(heard).toEqual([other]);
    const times = (await waiting()).map((row) => Number(row.queued_at));
    expect(new Set(times).size).toBe(3);
    pass(limits.outboxPause);
    for (const left of [2, 1, 0]) {
      await deliverDue(world.ports);
      expect(await waiting()).toHaveLength(left);
    }
  });

  it('delivers the messages of one key alone where that is asked', async () => {
    const [one] = [await queueVoid(), await queueVoid()];
    await deliverDue(world.ports, one);
    expect(heard).toEqual([one]);
  });
});
