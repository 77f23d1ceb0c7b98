import type { SessionView } from '../../../../miniprogram/src/holder/who-asks.ts';
import type { RetryHint } from '../../../../shared/challenge.ts';
import type { Owner } from '../../../stand-ins/phone/play-journey.ts';

/** Whoever is asked to try again gives up, so that the first answer of the authority is the outcome. */
export function firstAnswer(owner: Owner = {}): Owner & { outcomeOf(view: SessionView): string } {
  let hints: readonly RetryHint[] | undefined;
  return {
    ...owner,
    async triesAgain(given) {
      hints = given;
      return false;
    },
    outcomeOf: (view) =>
      [hints === undefined ? view.state : 'retry', ...(hints ?? view.hints ?? [])].join(' '),
  };
}
