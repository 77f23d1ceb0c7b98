import type { SessionView } from '../../holder/who-asks.ts';
import type { Outcome } from './texts.ts';

/**
 * How a session ended for this phone. Anything that is not final can be tried again.
 * @param why how the person ended it: `not-here`, by saying that they are not at this counter
 */
export function outcomeOf({ state }: Pick<SessionView, 'state'>, why?: string): Outcome {
  switch (state) {
    case 'open':
    case 'claimed':
    case 'challenged':
    case 'deciding':
      return 'retry';
    case 'declined':
      return why === 'not-here' ? 'not-here' : 'declined';
    case 'passed':
    case 'failed':
    case 'in-review':
    case 'cancelled':
    case 'expired':
    case 'aborted':
    case 'superseded':
      return state;
  }
}
