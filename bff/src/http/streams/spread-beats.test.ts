import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as limits from '../../../../shared/limits.ts';
import { spreadBeats } from './spread-beats.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const turns = limits.eventStreamHeartbeat / limits.eventStreamTurn;

describe('the signs of life of ten thousand streams', () => {
  it('never come in one turn, though all streams came at once, and each comes once in a while', () => {
    const beats = spreadBeats(limits.eventStreamHeartbeat);
    const beaten = new Map<number, number>();
    let inTurn = 0;
    for (let i = 0; i < 10_000; i++)
      beats.add(() => {
        inTurn += 1;
        beaten.set(i, (beaten.get(i) ?? 0) + 1);
      });
    let most = 0;
    for (let turn = 0; turn < turns; turn++) {
      inTurn = 0;
      vi.advanceTimersByTime(limits.eventStreamTurn);
      most = Math.max(most, inTurn);
    }
    expect(most).toBe(Math.ceil(10_000 / turns));
    expect(beaten.size).toBe(10_000);
    expect(new Set(beaten.values())).toEqual(new Set([1]));
  });

  it('stay spread where others left', () => {
    const beats = spreadBeats(limits.eventStreamHeartbeat);
    const leave = Array.from({ length: 1000 }, () => beats.add(() => undefined));
    for (const go of leave.slice(0, 900)) go();
    let inTurn = 0;
    for (let i = 0; i < 900; i++) beats.add(() => inTurn++);
    for (let turn = 0; turn < turns; turn++) {
      inTurn = 0;
      vi.advanceTimersByTime(limits.eventStreamTurn);
      expect(inTurn).toBeLessThanOrEqual(Math.ceil(1000 / turns));
    }
  });

  it('stop with the last stream, and leaving twice is leaving once', () => {
    const beats = spreadBeats(limits.eventStreamHeartbeat);
    const [first, second] = [beats.add(() => undefined), beats.add(() => undefined)];
    first();
    first();
    expect(vi.getTimerCount()).toBe(1);
    second();
    expect(vi.getTimerCount()).toBe(0);
  });
});
