import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { referenceOf } from '../../../shared/reference.ts';
import type { CounterState } from '../../../shared/sessions.ts';
import type { TokenReason } from './page-access.ts';

/** What an element tells its page of a check: nothing that the counter API would not. */
export interface CheckDetail {
  state: CounterState;
  sessionId: string;
  /** What phone and counter show of it, to refer to it. */
  reference: string;
  /** Whether the counter word is awaited. */
  word?: CounterView['word'];
  /** The result token of an end that has one: your server verifies it. */
  result?: string;
}

/** What is wrong, by a stable code, in words for the clerk. */
export interface ProblemDetail {
  code: string;
  message: string;
}

/** Everything that an element tells its page. */
export interface Told {
  'lz-state': CheckDetail;
  'lz-ended': CheckDetail;
  'lz-problem': ProblemDetail;
  'token-needed': { reason: TokenReason };
}

export type Tell = <Name extends keyof Told>(name: Name, detail: Told[Name]) => void;

export function checkDetail({ state, sessionId, word, result }: CounterView): CheckDetail {
  return {
    ...{ state, sessionId, reference: referenceOf(sessionId) },
    ...(word === undefined ? {} : { word }),
    ...(result === undefined ? {} : { result }),
  };
}
