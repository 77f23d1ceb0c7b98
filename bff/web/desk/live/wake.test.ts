import { beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../../shared/limits.ts';
import { type Wake, watchWaking } from './wake.ts';

let machine: { wall: number; monotonic: number };
let hidden: boolean;
let woken: number;
let wake: Wake;
beforeEach(() => {
  machine = { wall: 9_000, monotonic: 5 };
  hidden = false;
  woken = 0;
  wake = watchWaking(
    { wall: () => machine.wall, monotonic: () => machine.monotonic },
    () => hidden,
    () => {
      woken++;
    },
  );
});
function tick(wall: number, monotonic = wall): void {
  machine.wall += wall;
  machine.monotonic += monotonic;
  wake.look();
}

describe('a page that slept', () => {
  it('notices nothing while its ticks come', () => {
    for (let i = 0; i < 1000; i++) tick(250);
    expect(woken).toBe(0);
  });

  it.each([
    ['whose monotonic clock stood still', 600_000, 0],
    ['whose monotonic clock counted on', 600_000, 600_000],
    ['whose wall clock was set back', -600_000, 250],
    ['whose tick came late', limits.counterTickLate + 1, limits.counterTickLate + 1],
  ])('notices once on a machine %s', (_how, wall, monotonic) => {
    tick(wall, monotonic);
    tick(250);
    expect(woken).toBe(1);
  });

  it('bears the rare ticks of a page that nobody sees, and notices a sleep all the same', () => {
    hidden = true;
    tick(60_000);
    tick(120_000);
    expect(woken).toBe(0);
    tick(limits.counterTickLateHidden + 1);
    expect(woken).toBe(1);
  });

  it('is told when it is back, and does not take the pause before for another sleep', () => {
    machine.wall += 600_000;
    machine.monotonic += 600_000;
    wake.back();
    tick(250);
    expect(woken).toBe(1);
  });
});
