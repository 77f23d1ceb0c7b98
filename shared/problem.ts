import type { ErrorCode } from './errors.ts';

/**
 * The one error that steps throw. Surfaces turn it into RFC 9457 problem details by the closed list in `errors.ts`.
 * It carries no text of its own, so that nothing private can slip into an answer.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ErrorCode;
  /** Seconds after which a retry makes sense, for Retry-After. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, options: { retryAfter?: number; cause?: unknown } = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryAfter = options.retryAfter;
  }
}
