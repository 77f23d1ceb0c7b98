import { beforeEach, describe, expect, it } from 'vitest';
import { type SeenOnce, seenOnce } from './seen-once.ts';

let time = 0;
let seen: SeenOnce;
beforeEach(() => {
  time = 1000;
  seen = seenOnce({ now: () => time, window: 100, capacity: 3 });
});

describe('ids that are seen once', () => {
  it('are refused for the whole window, whenever they came', () => {
    for (const start of [1000, 1099, 1150]) {
      time = start;
      expect(seen(`id ${start}`)).toBe(true);
      time = start + 99;
      expect(seen(`id ${start}`)).toBe(false);
    }
  });

  it('are forgotten after two windows', () => {
    expect(seen('a')).toBe(true);
    time += 201;
    expect(seen('a')).toBe(true);
  });

  it('are refused rather than forgotten when there are too many', () => {
    for (const id of ['a', 'b', 'c']) seen(id);
    expect(() => seen('d')).toThrow('too-many-requests');
    expect(seen('a')).toBe(false);
    time += 100;
    expect(seen('d')).toBe(true);
    expect(seen('a')).toBe(false);
  });
});
