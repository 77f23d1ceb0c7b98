export const sessionStates = [
  'open',
  'claimed',
  'challenged',
  'deciding',
  'passed',
  'failed',
  'in-review',
  'declined',
  'cancelled',
  'expired',
  'aborted',
  'superseded',
] as const;
export type SessionState = (typeof sessionStates)[number];

/** The ends of a session that no verdict makes. */
export type UndecidedEnd = 'declined' | 'cancelled' | 'expired' | 'aborted' | 'superseded';

/**
 * The states that a counter is shown: from the claim to the end a check is `claimed`, whatever its holder does meanwhile. One whose
 * phone lost its place (`superseded`) is `aborted` to it.
 */
export const counterStates = [
  'open',
  'claimed',
  'passed',
  'failed',
  'declined',
  'cancelled',
  'expired',
  'aborted',
] as const satisfies readonly SessionState[];
export type CounterState = (typeof counterStates)[number];

/** The whole life of a session, as data. What is not listed cannot happen. */
export const transitions = {
  open: ['claimed', 'cancelled', 'declined', 'expired'],
  claimed: ['claimed', 'challenged', 'declined', 'cancelled', 'expired', 'aborted', 'superseded'],
  challenged: ['challenged', 'deciding', 'declined', 'cancelled', 'expired', 'aborted', 'superseded'],
  deciding: ['passed', 'failed', 'in-review', 'claimed', 'aborted', 'superseded', 'declined', 'cancelled'],
  passed: [],
  failed: [],
  'in-review': [],
  declined: [],
  cancelled: [],
  expired: [],
  aborted: [],
  superseded: [],
} as const satisfies Record<SessionState, readonly SessionState[]>;

/**
 * Of these, what is legal only while the counter word is missing: nothing is decided then, whatever the verdict, and either side may
 * still end the check. Without a word to wait for only the authority ends what it decides.
 */
export const onlyWithoutWord = {
  deciding: ['declined', 'cancelled'],
} as const satisfies { [From in SessionState]?: readonly (typeof transitions)[From][number][] };

/** Whether the table has the change. @param wordMissing whether the counter word is demanded and has not come */
export function mayBecome(from: SessionState, to: SessionState, wordMissing: boolean): boolean {
  const next: readonly SessionState[] = transitions[from];
  const conditional: readonly SessionState[] = from === 'deciding' ? onlyWithoutWord[from] : [];
  return next.includes(to) && (wordMissing || !conditional.includes(to));
}

/** What a counter is shown of a state. */
export function shownToCounter(state: SessionState): CounterState {
  switch (state) {
    case 'challenged':
    case 'deciding':
      return 'claimed';
    case 'superseded':
      return 'aborted';
    // An officer asks for it, at a surface of their own: no counter is shown it.
    case 'in-review':
      return 'failed';
    default:
      return state;
  }
}

/** Whether nothing can follow. */
export function isFinal(state: SessionState): boolean {
  return transitions[state].length === 0;
}
