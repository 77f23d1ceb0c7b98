import { decodeUtf8 } from '../../../shared/bytes/utf8.ts';
import type { HttpAnswer } from '../platform/platform.ts';
import { isProblemAnswer } from './answers.ts';
import type { Guard } from './guards.ts';
import { HolderProblem } from './holder-problem.ts';

/** The JSON of an answer; undefined where it is none. */
export function parseAnswer({ body }: HttpAnswer): unknown {
  try {
    return JSON.parse(decodeUtf8(body));
  } catch {
    return undefined;
  }
}

/** The value of a success that has the shape. @throws HolderProblem with the BFF's code, or answer-unreadable */
export function valueIn<T>(answer: HttpAnswer, value: unknown, guard: Guard<T>): T {
  if (answer.status >= 200 && answer.status < 300 && guard(value)) return value;
  throw problemOf(answer, value);
}

function problemOf({ status, headers }: HttpAnswer, value: unknown): HolderProblem {
  if (status < 400 || !isProblemAnswer(value))
    return new HolderProblem('answer-unreadable', { why: `${status}` });
  const retryAfter = /^[0-9]{1,6}$/.test(headers['retry-after'] ?? '')
    ? Number(headers['retry-after'])
    : undefined;
  return new HolderProblem(value.code, { retryAfter, traceId: value.traceId });
}
