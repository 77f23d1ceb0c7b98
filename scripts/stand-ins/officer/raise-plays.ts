import type { RetryHint } from '../../../shared/challenge.ts';
import type { RaiseDecision } from '../../../shared/raise/decision.ts';
import type { SessionState } from '../../../shared/sessions.ts';
import type { TestOutcome } from '../../authority/register/test-holders.ts';

interface PlayedRaise {
  /** Which test holder comes. */
  holder: TestOutcome;
  /** Which card of the sandbox is laid on the reader. */
  card: string;
  decision: RaiseDecision;
  /** Another officer signs too. */
  second?: true;
  /** How it ends on the phone, and what that says of the reason. */
  ends: { state: SessionState; hints: readonly RetryHint[] };
}

const genuine = { outcome: 'pass', cardGenuine: true, faceUnnatural: false } as const;
const passed = { state: 'passed', hints: [] } as const;
const inReview = { state: 'in-review', hints: [] } as const;
const failed = (hint: RetryHint) => ({ state: 'failed', hints: [hint] }) as const;

/** Every end of a raise, as a card, an officer and a holder bring it about. */
export const raisePlays = {
  pass: { holder: 'pass', card: 'pass', decision: genuine, ends: passed },
  refused: {
    ...{ holder: 'pass', card: 'pass', ends: failed('officer-refused') },
    decision: { ...genuine, outcome: 'refuse', cardGenuine: false, doubt: 'card-looks-altered' },
  },
  review: {
    ...{ holder: 'pass', card: 'pass', ends: inReview },
    decision: { ...genuine, outcome: 'review', faceUnnatural: true, doubt: 'face-covered' },
  },
  flagged: { holder: 'pass', card: 'flagged', decision: genuine, ends: inReview },
  forged: { holder: 'pass', card: 'forged', decision: genuine, ends: failed('card-doubted') },
  expired: { holder: 'pass', card: 'expired', decision: genuine, ends: failed('card-expired') },
  'card-of-another': { holder: 'pass', card: 'p01', decision: genuine, ends: failed('card-not-matched') },
  'face-differs': {
    ...{ holder: 'fail', card: 'face-differs', decision: genuine },
    ends: { state: 'failed', hints: [] },
  },
  'name-differs': {
    ...{ holder: 'pass', card: 'name-differs', second: true, ends: passed },
    decision: { ...genuine, exception: 'name-differs' },
  },
} as const satisfies Record<string, PlayedRaise>;

export type RaisePlay = keyof typeof raisePlays;
export const isRaisePlay = (word: string): word is RaisePlay => Object.hasOwn(raisePlays, word);
