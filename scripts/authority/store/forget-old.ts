import { limits } from '../../../shared/limits.ts';
import type { Store } from '../ports/store.ts';

/**
 * Forgets challenges with their samples and verdicts once nobody may read them any more, which sessions were counted as a failure,
 * and tries whose window is over. Who ever passed as whom stays known.
 * @param now epoch milliseconds
 */
export function forgetOld({ challenges, tries, strikes }: Store, now: number): void {
  challenges.purge(now - limits.resultRetention);
  strikes.purge(now - limits.resultRetention);
  tries.purge(now - limits.triesWindow);
}
