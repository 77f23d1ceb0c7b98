/** The service's clock, as far as it is known here. */
export interface ServerClock {
  /** Epoch milliseconds by the service; undefined before it has said so, and after this machine slept or its clock was set. */
  now(): number | undefined;
  /** An answer was dated so (`Date`, whole seconds); it is heard where nothing better is known. */
  hear(date: string | null): void;
  /** An answer says the milliseconds too. It may be an old one that was kept: what does not fit its date is passed over. */
  sharpen(time: number): void;
}

/** How far the two clocks of one machine may drift apart before neither is believed, milliseconds. */
const drift = 1_000;
/** A date in whole seconds, and the way of an answer, may be off by this much. */
const slack = 2_000;

/**
 * Counted on by two clocks: that of the day, which goes on while the machine sleeps, and the one that nobody sets. Where they disagree
 * the time is not known until the service says it anew.
 * @param wall epoch milliseconds
 * @param steady milliseconds since whenever, never set back
 */
export function serverClock(
  wall: () => number = Date.now,
  steady: () => number = () => performance.now(),
): ServerClock {
  let known: { time: number; wall: number; steady: number } | undefined;
  const now = () => {
    if (known === undefined) return undefined;
    const passed = steady() - known.steady;
    if (Math.abs(wall() - known.wall - passed) > drift) return undefined;
    return known.time + passed;
  };
  const set = (time: number) => {
    known = { time, wall: wall(), steady: steady() };
  };
  return {
    now,
    sharpen(time) {
      const believed = now();
      if (believed !== undefined && Math.abs(believed - time) <= slack) set(time);
    },
    hear(date) {
      const time = date === null ? Number.NaN : Date.parse(date);
      if (Number.isNaN(time)) return;
      // The middle of the second that it names.
      const middle = time + 500;
      const believed = now();
      if (believed === undefined || Math.abs(believed - middle) > slack) set(middle);
    },
  };
}
