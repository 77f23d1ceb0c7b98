import { beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../../shared/limits.ts';
import { type ServerClock, serverClock } from './server-clock.ts';

const second = 1000;
const server = 1_800_000_000_000;
let machine: { wall: number; monotonic: number };
let clock: ServerClock;
beforeEach(() => {
  machine = { wall: 5_000_000, monotonic: 70 };
  clock = serverClock({ wall: () => machine.wall, monotonic: () => machine.monotonic });
});

function pass(milliseconds: number): void {
  machine.wall += milliseconds;
  machine.monotonic += milliseconds;
}
/** An answer that was so long under way. */
function hear(time: number, took = 100, grain = 0): void {
  const asked = clock.moment();
  pass(took);
  clock.hear(time, grain, asked);
}

describe("the server's time", () => {
  it('is not known before an answer told it', () => {
    expect(clock.now()).toBeUndefined();
  });

  it('goes on from what an answer told, half its way later', () => {
    hear(server, 100);
    expect(clock.now()).toBe(server + 50);
    pass(30 * second);
    expect(clock.now()).toBe(server + 50 + 30 * second);
  });

  it('is in doubt once the machine slept: its wall clock went on, its monotonic one did not', () => {
    hear(server);
    machine.wall += limits.counterClocksPart + 1;
    expect(clock.now()).toBeUndefined();
    machine.wall -= limits.counterClocksPart + 1;
    expect(clock.now()).toBeUndefined();
    hear(server + 600 * second);
    expect(clock.now()).toBe(server + 600 * second + 50);
  });

  it.each([-3600 * second, 3600 * second])('is in doubt once somebody set the wall clock by %i', (by) => {
    hear(server);
    machine.wall += by;
    expect(clock.now()).toBeUndefined();
  });

  it('bears what a clock is corrected by over the network', () => {
    hear(server);
    machine.wall += limits.counterClocksPart / 2;
    expect(clock.now()).toBe(server + 50);
  });

  it('is not heard from an answer to a question from before the doubt', () => {
    const asked = clock.moment();
    pass(10);
    clock.doubt();
    pass(10);
    clock.hear(server, 0, asked);
    expect(clock.now()).toBeUndefined();
  });

  it('is not heard from an answer that was under way too long, by either clock, nor from one that a sleep lies in', () => {
    hear(server, limits.counterTimeAnswer + 1);
    expect(clock.now()).toBeUndefined();
    const asked = clock.moment();
    machine.wall += 3 * second;
    clock.hear(server, 0, asked);
    expect(clock.now()).toBeUndefined();
  });

  it('is never so far ahead that a code of it would be refused, though the answer took long', () => {
    hear(server, limits.counterTimeAnswer, second);
    expect(clock.now()).toBe(server + limits.counterCodeMaxAhead);
  });

  it('stays as exact as it was: whole seconds of a later answer say less', () => {
    hear(server, 20);
    pass(10 * second);
    hear(server + 10 * second, 20, second);
    expect(clock.now()).toBe(server + 10 + 10 * second + 20);
  });

  it('follows a server whose clock was set', () => {
    hear(server, 20);
    hear(server - 3600 * second, 20, second);
    expect(clock.now()).toBe(server - 3600 * second + 510);
  });

  it('is heard anew after hours, since quartzes differ', () => {
    hear(server, 20);
    pass(3600 * second);
    hear(server + 3602 * second, 20, second);
    expect(clock.now()).toBe(server + 3602 * second + 510);
  });
});
