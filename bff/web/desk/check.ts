import type { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import * as limits from '../../../shared/limits.ts';
import type { Purpose, Scene } from '../../../shared/scenes.ts';
import { type CounterState, isFinal } from '../../../shared/sessions.ts';

/** What a check is for. */
export interface Asked {
  scene: Scene;
  purpose: Purpose;
}

/** A check as the page knows it. */
export interface Check {
  counterId: string;
  purpose: Purpose;
  view: CounterView;
  /** Follows the server's clock, whatever the counter's own one says; undefined while that is in doubt. */
  serverNow: () => number | undefined;
  /** Makes the codes; absent after a reload. */
  opened?: OpenSessionAnswer;
  /** When it ended, by the server's clock: as it says, or else when this page heard of it. */
  endedAt?: number;
  /** The guest of the check before tries once more. */
  again?: true;
  /** It ended without a pass, and the clerk went on with the ID card. */
  staffed?: true;
}

/** A check as one window tells it to another, which has a clock of its own. */
export type SharedCheck = Omit<Check, 'serverNow'>;

/** What a check asks of the two people at the counter: it names the words, the picture and the buttons of both faces. */
export type Phase = Exclude<CounterState, 'claimed'> | LivePhase | 'staffed' | 'ready';
type LivePhase = 'more-time' | 'claimed' | 'word' | 'again' | 'taken';

export const phases = [
  ...['open', 'more-time', 'claimed', 'word', 'again', 'taken'],
  ...['passed', 'failed', 'declined', 'cancelled', 'expired', 'aborted', 'staffed', 'ready'],
] as const satisfies readonly Phase[];

/** Without a check, and once an end has been shown for `limits.verdictShown`, the counter is ready for the next guest. */
export function phaseOf(check: Check | undefined, now: number | undefined): Phase {
  if (check === undefined) return 'ready';
  const { state, needsMoreTime, word } = check.view;
  if (state === 'open') return needsMoreTime ? 'more-time' : 'open';
  if (state === 'claimed') return word === undefined ? 'claimed' : wordPhase[word];
  const { endedAt = 0 } = check;
  if (now !== undefined && now - endedAt >= limits.verdictShown) return 'ready';
  return check.staffed ? 'staffed' : state;
}

const wordPhase = { awaited: 'word', again: 'again', taken: 'taken' } as const;

/** Whether nothing more is to come of the check. */
export function isOver({ view }: Pick<Check, 'view'>): boolean {
  return isFinal(view.state);
}

/** Ends after which the same guest may try again, or the clerk may look at the card: all without a pass and without that already. */
export function isUnfinished(phase: Phase): boolean {
  return phase === 'failed' || phase === 'cancelled' || phase === 'expired' || phase === 'aborted';
}
