import * as limits from '../../../../shared/limits.ts';
import type { MachineClocks } from './server-clock.ts';

/** Notices that the page was not at work for a while: the machine slept, the browser froze it, or its clock was set. */
export interface Wake {
  /** Looks at the clocks: to be called at each tick, and before anything is believed that came in from outside. */
  look(): void;
  /** The page became visible, or was told that it is at work again: whatever the clocks say, it was away. */
  back(): void;
}

/**
 * @param isHidden whether nobody sees the page: its ticks may then be as rare as one a minute
 * @param woke told each time, once
 */
export function watchWaking(machine: MachineClocks, isHidden: () => boolean, woke: () => void): Wake {
  let wall = machine.wall();
  let monotonic = machine.monotonic();

  function gap(): { longest: number; apart: number } {
    const passed = { wall: machine.wall() - wall, monotonic: machine.monotonic() - monotonic };
    wall += passed.wall;
    monotonic += passed.monotonic;
    return {
      longest: Math.max(passed.wall, passed.monotonic),
      apart: Math.abs(passed.wall - passed.monotonic),
    };
  }

  return {
    look() {
      const { longest, apart } = gap();
      const patience = isHidden() ? limits.counterTickLateHidden : limits.counterTickLate;
      if (longest > patience || apart > limits.counterClocksPart) woke();
    },
    back() {
      gap();
      woke();
    },
  };
}
