import type { CounterView } from '../../../../shared/contract/verify/08-result.ts';
import * as limits from '../../../../shared/limits.ts';
import type { Text } from '../../../../shared/text.ts';

/** How long a check may still take. `soon`: it is about to end, and can be given more time where that is left. */
export interface TimeLeft {
  soon: boolean;
  words: Text;
}

/**
 * Minutes while the code waits to be scanned, seconds once an end is near (WCAG 2.2.1), and nothing while people work: a running clock
 * helps nobody then.
 */
export function timeLeft({ state, deadline }: CounterView, now: number | undefined): TimeLeft | undefined {
  if (deadline === undefined || now === undefined) return undefined;
  const left = Math.max(0, deadline - now);
  if (left <= limits.deadlineShown) {
    const seconds = Math.ceil(left / 1000);
    return { soon: true, words: { zh: `还剩 ${seconds} 秒`, en: `${seconds} s left` } };
  }
  const minutes = Math.ceil(left / 60_000);
  if (state !== 'open') return undefined;
  return { soon: false, words: { zh: `还剩约 ${minutes} 分钟`, en: `about ${minutes} min left` } };
}
