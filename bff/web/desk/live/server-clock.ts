import * as limits from '../../../../shared/limits.ts';

/** The two clocks of the machine, milliseconds: the wall clock can be set, the monotonic one may stand still while the machine sleeps. */
export interface MachineClocks {
  wall(): number;
  monotonic(): number;
}

/** The server's time, as far as this page can be sure of it. */
export interface ServerClock {
  readonly machine: MachineClocks;
  /** Epoch milliseconds, never so far ahead that a code of it would be refused; undefined where it is in doubt. */
  now(): number | undefined;
  /**
   * An answer told the time.
   * @param time epoch milliseconds, `grain` of them at a time (the `Date` of HTTP has whole seconds)
   * @param asked when the question was sent, by this machine's clocks
   */
  hear(time: number, grain: number, asked: Moment): void;
  /** A moment of this machine, to measure from. */
  moment(): Moment;
  /** It may be wrong from now on, until an answer to a later question tells it. */
  doubt(): void;
}

export interface Moment {
  readonly wall: number;
  readonly monotonic: number;
}

/** The server's time at a moment was between two bounds. */
interface Heard extends Moment {
  readonly least: number;
  readonly width: number;
}

/** How much a bound may have moved since it was heard, as a share of its age: a bad quartz is off by a tenth of it. */
const drift = 0.001;

/**
 * Follows the server's clock from answer to answer. Where wall clock and monotonic clock part, the machine slept or somebody set its
 * clock: then no time is told until the server tells it anew.
 */
export function serverClock(machine: MachineClocks = ofThisBrowser): ServerClock {
  let heard: Heard | undefined;
  let doubtedAt = Number.NEGATIVE_INFINITY;
  const moment = () => ({ wall: machine.wall(), monotonic: machine.monotonic() });
  /** Milliseconds by each clock since then. */
  const since = ({ wall, monotonic }: Moment) => {
    const now = moment();
    return { wall: now.wall - wall, monotonic: now.monotonic - monotonic };
  };

  function sure(): Heard | undefined {
    if (heard === undefined) return undefined;
    const passed = since(heard);
    if (Math.abs(passed.wall - passed.monotonic) > limits.counterClocksPart) heard = undefined;
    return heard;
  }

  return {
    machine,
    moment,
    now() {
      const known = sure();
      if (known === undefined) return undefined;
      const middle = known.least + Math.min(known.width / 2, limits.counterCodeMaxAhead);
      return middle + since(known).monotonic;
    },
    hear(time, grain, asked) {
      const took = since(asked);
      const longest = Math.max(took.wall, took.monotonic);
      if (asked.monotonic < doubtedAt || longest > limits.counterTimeAnswer) return;
      if (Math.abs(took.wall - took.monotonic) > limits.counterClocksPart) return;
      const told: Heard = { ...moment(), least: time, width: grain + longest };
      const known = sure();
      if (known === undefined) heard = told;
      else {
        const age = since(known).monotonic;
        const least = known.least + age * (1 - drift);
        const width = known.width + 2 * age * drift;
        const agrees = told.least <= least + width && least <= told.least + told.width;
        if (!agrees || told.width < width) heard = told;
      }
    },
    doubt() {
      heard = undefined;
      doubtedAt = machine.monotonic();
    },
  };
}

const ofThisBrowser: MachineClocks = { wall: () => Date.now(), monotonic: () => performance.now() };
