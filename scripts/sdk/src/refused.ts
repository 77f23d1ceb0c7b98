import type { components } from './api.ts';

export type Problem = components['schemas']['Problem'];
export type ErrorCode = components['schemas']['ErrorCode'];

/**
 * What the service said instead of an answer (RFC 9457). `problem.code` is of a closed list, `problem.retryable` says whether the same may
 * work later, and `problem.traceId` finds it in the operator's log.
 */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: Problem;
  /** Seconds after which there is room, where it says (`Retry-After`). */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, retryAfter?: number) {
    super(`${problem.detail} (${problem.code}, ${problem.traceId})`);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  get code(): ErrorCode {
    return this.problem.code;
  }
}

/** Nobody answered in time, or with something that this service does not say: a proxy, another server, a cut line. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  /** Seconds after which to come back, where a proxy says so (`Retry-After`). */
  readonly retryAfter: number | undefined;

  constructor(
    message: string,
    { retryAfter, ...options }: ErrorOptions & { retryAfter?: number | undefined } = {},
  ) {
    super(message, options);
    this.retryAfter = retryAfter;
  }
}

/** Why something signed is not believed. */
export type Doubt =
  | 'signature'
  | 'too-old'
  | 'too-new'
  | 'unreadable'
  | 'another-party'
  | 'another-check'
  | 'another-service'
  | 'not-a-result'
  | 'sandbox'
  | 'no-key';

/** A result token, or a webhook, that proves nothing: treat it as if it had not come. */
export class NotBelieved extends Error {
  override readonly name = 'NotBelieved';
  readonly doubt: Doubt;

  constructor(doubt: Doubt, options?: ErrorOptions) {
    super(`not believed: ${doubt}`, options);
    this.doubt = doubt;
  }
}
