/** A step that takes longer than it should is never shown as done. */
const almost = 0.96;

/**
 * The share of the ring that is filled, 0..1.
 * @param step from 1 on; `lasts` is how long it should take, `passed` how long it has, in milliseconds
 */
export function ringShare(
  { step, steps, lasts }: { step: number; steps: number; lasts: number },
  passed: number,
): number {
  return (step - 1 + Math.min(almost, Math.max(0, passed) / lasts)) / steps;
}
