import { AsyncLocalStorage } from 'node:async_hooks';
import type { QuotaName } from './quotas.ts';

/** Where a call stands in a trace (W3C Trace Context, level 2). */
export interface Trace {
  /** 32 hex digits: what the caller, this process and the authority know the call by. */
  traceId: string;
  /** 16 hex digits: this process's own part of it. */
  spanId: string;
  /** Two hex digits, of which two bits have a meaning: sampled, and random. */
  flags: string;
  /** What tracing systems on the way have added: handed on, read and logged by nobody here. */
  state: string | undefined;
}

/** What is left of one quota after a call was counted there; times in seconds. */
export interface Standing {
  most: number;
  /** In which `most` come back, where they come back one by one. */
  window: number | undefined;
  left: number;
  /** Until there is one more. */
  next: number;
}

/** The call that is being answered: what it brought for those who are asked on its behalf, and what is noted of it for its answer. */
export interface CurrentCall {
  readonly trace: Trace;
  /** Of the quotas that may be told to who is counted. */
  readonly standings: Map<QuotaName, Standing>;
  /** The answer is one that was given before, to the same idempotency key. */
  replayed: boolean;
}

const calls = new AsyncLocalStorage<CurrentCall>();

/** Runs what answers a call; it, and all that it waits for, finds the call by `currentCall`. */
export function duringCall<T>(call: CurrentCall, run: () => T): T {
  return calls.run(call, run);
}

/** The call on whose behalf this runs; undefined in jobs. */
export function currentCall(): CurrentCall | undefined {
  return calls.getStore();
}

/** Notes for the answer that it was given before, to the same idempotency key. */
export function noteReplayed(): void {
  const call = calls.getStore();
  if (call !== undefined) call.replayed = true;
}

/** The headers by which somebody who is asked on behalf of a call joins its trace. */
export function traceHeaders(trace: Trace | undefined): Record<string, string> {
  if (trace === undefined) return {};
  const { traceId, spanId, flags, state } = trace;
  return {
    traceparent: `00-${traceId}-${spanId}-${flags}`,
    ...(state === undefined ? {} : { tracestate: state }),
  };
}
