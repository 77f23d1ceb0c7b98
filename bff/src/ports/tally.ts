import type { ErrorCode } from '../../../shared/errors.ts';
import type { CounterId, RpId } from '../../../shared/ids.ts';

/** Which group of callers a route is for; each has its own way of proving who calls. */
export const surfaces = ['counter', 'holder', 'access', 'operator', 'officer', 'terminal', 'public'] as const;
export type Surface = (typeof surfaces)[number];

/** Which claim of a verdict does not fit. */
export type VerdictMismatch = 'session' | 'challenge' | 'nonce' | 'level' | 'credential';

/**
 * Closed list of what is counted only: it changes no state, and whoever brings it about could do so without end. None names a
 * person, a device or a session.
 */
export type Tallied =
  | { event: 'request-refused'; surface: Surface; code: ErrorCode }
  | { event: 'counter-token-issued'; rpId: RpId; counterId: CounterId }
  | { event: 'login-code-sent' }
  | { event: 'verdict-refused'; why: VerdictMismatch };

/** Counts it: in the figures at once, in the audit chain by one entry an interval for all that was counted. */
export type Tally = (what: Tallied) => void;
