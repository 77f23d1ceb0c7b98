import * as limits from '../../../shared/limits.ts';

/**
 * The whole seconds to be shown of `left` milliseconds until a deadline: from `limits.deadlineShown` before it on. Undefined earlier, so that
 * nobody is hurried, and where nothing runs out.
 */
export function secondsShown(left: number | undefined): number | undefined {
  if (left === undefined || left > limits.deadlineShown) return undefined;
  return Math.max(0, Math.ceil(left / 1000));
}
