/** A clock that stands still until it is moved, the same for all parts of a world. */
export interface Clock {
  /** Epoch milliseconds. */
  at: number;
  pass(milliseconds: number): void;
}

export function standingClock(): Clock {
  const clock = {
    at: Math.floor(Date.now() / 1000) * 1000,
    pass(milliseconds: number) {
      clock.at += milliseconds;
    },
  };
  return clock;
}
