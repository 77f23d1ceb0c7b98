import { describe, expect, it } from 'vitest';
import * as limits from '../../../../shared/limits.ts';
import type { Held, Room, Usage } from '../../ports/quotas.ts';
import { usageInMemory } from './usage-in-memory.ts';

const room = (full: Room['full'], most = 2, key = 'room'): Room => ({ key, most, full });

/** Holds a place; answers whether it has it still. */
function hold(
  usage: Usage,
  rooms: Room[],
  { share = '', until }: Partial<Pick<Held, 'share' | 'until'>> = {},
) {
  let cut = false;
  const held = usage.hold({ rooms, share, until, giveWay: () => (cut = true) });
  return { held, isIn: () => 'leave' in held && !cut, leave: () => 'leave' in held && held.leave() };
}

describe('a place that is held', () => {
  it('is refused where the room is full, until the first ends by itself or leaves', () => {
    const usage = usageInMemory();
    const first = hold(usage, [room('refuse')], { until: 500 });
    hold(usage, [room('refuse')], { until: 300 });
    expect(hold(usage, [room('refuse')]).held).toEqual({ freeAt: 300, key: 'room' });
    first.leave();
    first.leave();
    expect(hold(usage, [room('refuse')]).isIn()).toBe(true);
    expect(hold(usage, [room('refuse')]).isIn()).toBe(false);
  });

  it('is given by the oldest where the table says so', () => {
    const usage = usageInMemory();
    const all = [1, 2, 3, 4].map(() => hold(usage, [room('oldest-goes')]));
    expect(all.map((each) => each.isIn())).toEqual([false, false, true, true]);
  });

  it('is given by the newest of whoever has the most, so that nobody’s many keep out another’s first', () => {
    const usage = usageInMemory();
    const own = (share: string) => hold(usage, [room('largest-share-shrinks', 4)], { share });
    const many = [1, 2, 3, 4].map(() => own('many'));
    expect(own('many').isIn()).toBe(false);
    const one = own('one');
    const two = own('two');
    expect(many.map((each) => each.isIn())).toEqual([true, true, false, false]);
    expect([one, two].map((each) => each.isIn())).toEqual([true, true]);
    expect(own('one').isIn()).toBe(false);
    expect(own('three').isIn()).toBe(true);
    expect(own('four').isIn()).toBe(false);
  });

  it('is taken in each room or in none, and nobody gives way for who is refused in the end', () => {
    const usage = usageInMemory();
    const narrow = room('oldest-goes', 1, 'narrow');
    const wide = room('refuse', 2, 'wide');
    const first = hold(usage, [narrow, wide]);
    const other = hold(usage, [wide]);
    const second = hold(usage, [narrow, wide]);
    expect([first, other, second].map((each) => each.isIn())).toEqual([false, true, true]);
    const third = hold(usage, [room('oldest-goes', 1, 'elsewhere'), wide]);
    expect([other, second, third].map((each) => each.isIn())).toEqual([true, true, false]);
  });
});

it('whom this process counts takes bounded memory, and the longest unseen is forgotten first', () => {
  const usage = usageInMemory();
  const draw = (key: string) => usage.draw([{ key, atOnce: 1, every: 1000 }], 0);
  for (let n = 0; n < limits.countedSubjects; n++) draw(`${n}`);
  expect(draw('1')).toMatchObject({ freeAt: 1000 });
  draw('one more');
  expect(draw('0')).toBe('taken');
  expect(draw('3')).toMatchObject({ freeAt: 1000 });
});
