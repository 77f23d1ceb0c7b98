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
  deciding: ['passed', 'failed', 'claimed', 'aborted'],
  passed: [],
  failed: [],
  declined: [],
  cancelled: [],
  expired: [],
  aborted: [],
} as const satisfies Record<SessionState, readonly SessionState[]>;

/** Whether the table has the change. */
export function mayBecome(from: SessionState, to: SessionState): boolean {
  const next: readonly SessionState[] = transitions[from];
  return next.includes(to);
}

/** Whether nothing can follow. */
export function isFinal(state: SessionState): boolean {
  return transitions[state].length === 0;
}
