import { Refused, Unreachable } from './refused.ts';

/** Milliseconds after which a service that asked for a longer pause is asked once more: a check has ended within the hour. */
const pauseMost = 5 * 60_000;

/** Whether the same call may work later: nobody answered, the service is at fault for now, or a quota is used up (429). */
export function mayPass(fault: unknown): boolean {
  if (!(fault instanceof Refused)) return fault instanceof Unreachable;
  const { status, retryable } = fault.problem;
  return retryable && (status === 429 || status >= 500);
}

/** Milliseconds that the service asks to be left alone for (`Retry-After`); of several faults the longest. 0 where none asks. */
export function askedToWait(fault: unknown): number {
  if (fault instanceof AggregateError) return Math.max(0, ...fault.errors.map(askedToWait));
  if (!(fault instanceof Refused || fault instanceof Unreachable)) return 0;
  return Math.min((fault.retryAfter ?? 0) * 1000, pauseMost);
}
