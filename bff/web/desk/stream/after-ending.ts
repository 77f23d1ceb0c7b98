import type { StreamEnd } from '../../../../shared/contract/verify/08-sessions.ts';
import * as limits from '../../../../shared/limits.ts';

/** What the clerk is told of the line: `busy` where too many ask at once, `refused` where this counter may not ask. */
export type Line = 'stands' | 'offline' | 'lost' | 'busy' | 'refused';

/** How a try to follow the sessions ended; times in milliseconds. */
export type Ending =
  | { how: StreamEnd['reason']; retry: number }
  /** It stood, and broke or fell silent. */
  | { how: 'broken' }
  /** Nobody was reached. */
  | { how: 'unreached' }
  | { how: 'refused'; status: number; retryAfter: number | undefined };

/** What to do then. */
export interface Next {
  /** What the clerk is told; undefined: nothing new. */
  line: Line | undefined;
  pause: number;
  /** Ask for pages in the place of a stream meanwhile. */
  poll: boolean;
}

/**
 * How the stream is taken up again, as the README documents it: what ended in good order without a word, a refusal by what it says.
 * Nothing is given up for good.
 * @param failures tries in a row that did not last, this one included; of those whose token was refused (401), these alone
 */
export function afterEnding(ending: Ending, failures: number): Next {
  switch (ending.how) {
    case 'token-ends':
      return { line: undefined, pause: pauseAfter(failures), poll: false };
    case 'restart':
      return { line: undefined, pause: ending.retry, poll: false };
    case 'revoked':
      return { line: 'refused', pause: limits.eventStreamRefused, poll: false };
    case 'broken':
    case 'unreached':
      return { line: 'lost', pause: pauseAfter(failures), poll: false };
    case 'refused':
      return afterRefusal(ending, failures);
  }
}

function afterRefusal({ status, retryAfter = 0 }: Ending & { how: 'refused' }, failures: number): Next {
  const asked = Math.min(retryAfter, limits.eventStreamPollFor);
  const pause = Math.max(asked, pauseAfter(failures));
  // The places of this counter are taken: as long as others hold them its pages say the same.
  if (status === 429) return { line: undefined, pause: limits.eventStreamPollFor, poll: true };
  if (status >= 500) return { line: 'lost', pause, poll: false };
  // The first 401 is a token that ran out on the way; the next one was fresh.
  if (status === 401 && failures === 1) return { line: undefined, pause: 0, poll: false };
  return { line: 'refused', pause: limits.eventStreamRefused, poll: false };
}

/** Each pause is twice the last, up to the longest; none where the last try had lasted. */
function pauseAfter(failures: number): number {
  if (failures === 0) return 0;
  return Math.min(limits.eventStreamPause * 2 ** (failures - 1), limits.eventStreamPauseMost);
}
