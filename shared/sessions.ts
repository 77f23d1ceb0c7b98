import type { RetryHint, SampleKind } from './challenge.ts';
import type {
  ChallengeId,
  CounterId,
  CredentialHandle,
  HolderId,
  RpId,
  SessionId,
} from './ids.ts';
import type { Level } from './levels.ts';
import type { Purpose, Scene } from './scenes.ts';

/** Who asks, where, for what: set when a verify session opens, never changed. */
export interface Request {
  rpId: RpId;
  counterId: CounterId;
  scene: Scene;
  level: Level;
  purpose: Purpose;
}

/** The counter code's two halves; the secret is base64url and dies with the session. */
export interface Code {
  token: string;
  secret: string;
}

/** The one phone that took the session. `credential` is absent while one is applied for. */
export interface Claim {
  holderId: HolderId;
  deviceThumbprint: string;
  credential?: CredentialHandle;
  /** verify only: shown on the phone and at the counter, so that both look at the same check. */
  matchNumber?: string;
  /** Attempts used up before this one. */
  attempts: number;
  /** What the last attempt should do better; empty before the first. */
  hints: RetryHint[];
}

/** One challenge of the authority and the samples it still awaits. */
export interface Attempt {
  challengeId: ChallengeId;
  nonce: string;
  challengeExpiresAt: number;
  awaited: SampleKind[];
}

interface Consent {
  face: true;
  voice: boolean;
}

interface Base {
  id: SessionId;
  ceremony: string;
  /** Counts the state changes; every change is a compare-and-set on it. */
  version: number;
  openedAt: number;
  /** When this state ends by itself, epoch milliseconds. */
  deadline: number;
  /** Absent for `apply`, where nobody asks but the holder. */
  request?: Request;
  consent?: Consent;
}

/** A session that goes on. Only one of the ceremony verify has a code. */
interface Live extends Base {
  code?: Code;
}

export type Session =
  | (Live & { state: 'open'; code: Code })
  | (Live & { state: 'claimed'; claim: Claim })
  | (Live & { state: 'challenged'; claim: Claim; attempt: Attempt })
  | (Live & { state: 'deciding'; claim: Claim; attempt: Attempt })
  | (Base & Decided & { state: 'passed' })
  | (Base & Decided & { state: 'failed'; hints: RetryHint[] })
  | (Base & Ended & { state: 'declined' | 'cancelled' | 'expired' | 'aborted' });

/** `readableBy` is the phone that took part: forgotten after `limits.claimMemory`. */
interface Ended {
  endedAt: number;
  readableBy?: string;
}

interface Decided extends Ended {
  level: Level;
  /** True when a sandbox authority decided: such a result proves nothing. */
  sandbox: boolean;
}

export type SessionState = Session['state'];
export type InState<S extends SessionState> = Extract<Session, { state: S }>;

/** The whole life of a session, as data. What is not listed cannot happen. */
export const transitions = {
  open: ['claimed', 'cancelled', 'declined', 'expired'],
  claimed: ['challenged', 'declined', 'cancelled', 'expired', 'aborted'],
  challenged: ['challenged', 'deciding', 'declined', 'cancelled', 'expired', 'aborted'],
  deciding: ['passed', 'failed', 'claimed', 'aborted'],
  passed: [],
  failed: [],
  declined: [],
  cancelled: [],
  expired: [],
  aborted: [],
} as const satisfies Record<SessionState, readonly SessionState[]>;

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
] as const satisfies readonly SessionState[];

/** Whether the table has the change. */
export function mayBecome(from: SessionState, to: SessionState): boolean {
  const next: readonly SessionState[] = transitions[from];
  return next.includes(to);
}

/** Whether nothing can follow. */
export function isFinal(state: SessionState): boolean {
  return transitions[state].length === 0;
}
