import * as limits from '../../../../shared/limits.ts';

/** How a phone is held: -1 to 1, from its left to its right, and from lying on its back to standing upright. */
export interface Tilt {
  across: number;
  along: number;
}

/** Degrees from the middle to either end. */
const reach = 45;
const smallest = 0.03;

/**
 * Tells the tilt of a phone by its angles, in degrees as the W3C's Device Orientation has them (`gamma` across, `beta` along; half
 * upright is the middle). At most every `limits.tiltEvery` milliseconds, and not where it hardly moved.
 */
export function tiltOfAngles(tell: (tilt: Tilt) => void, now: () => number = Date.now) {
  let told: { tilt: Tilt; at: number } | undefined;
  return (angles: { beta: number | null; gamma: number | null }): void => {
    const { beta, gamma } = angles;
    if (beta === null || gamma === null) return;
    const tilt = { across: share(gamma), along: share(beta - reach) };
    const at = now();
    if (told !== undefined && at - told.at < limits.tiltEvery) return;
    if (told !== undefined && distance(told.tilt, tilt) < smallest) return;
    told = { tilt, at };
    tell(tilt);
  };
}

const share = (degrees: number): number => Math.min(1, Math.max(-1, degrees / reach));
const distance = (one: Tilt, other: Tilt): number =>
  Math.max(Math.abs(one.across - other.across), Math.abs(one.along - other.along));
