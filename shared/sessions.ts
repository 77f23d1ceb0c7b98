export const sessionStates = [
  'open',
  'claimed',
  'challenged',
  'deciding',
  'passed',
  'failed',
  'declined',
  'cancelled',
  'expired',
  'aborted',
] as const;
export type SessionState = (typeof sessionStates)[number];

/** The states that a counter is shown: from the claim to the end a check is `claimed`, whatever its holder does meanwhile. */
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
  claimed: ['claimed', 'challenged', 'declined', 'cancelled', 'expired', 'aborted'],
  challenged: ['challenged', 'deciding', 'declined', 'cancelled', 'expired', 'aborted'],
  deciding: ['passed', 'failed', 'claimed', 'aborted', 'declined', 'cancelled'],
  passed: [],
  failed: [],
  declined: [],
  cancelled: [],
  expired: [],
  aborted: [],
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

/** Whether nothing can follow. */
export function isFinal(state: SessionState): boolean {
  return transitions[state].length === 0;
}
