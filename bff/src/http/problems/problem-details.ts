import type { ProblemDetails } from '../../../../shared/contract/problem.ts';
import { errorTexts } from '../../../../shared/error-texts.ts';
import { type ErrorCode, errors } from '../../../../shared/errors.ts';
import type { Language } from './language.ts';

/**
 * Problem details (RFC 9457) by the closed list of errors. `detail` is the text of the code and, where a request did not fit,
 * the place in the schema; nothing that was sent is repeated.
 */
export function problemDetails(
  code: ErrorCode,
  { language, traceId, where }: { language: Language; traceId: string; where?: string | undefined },
): ProblemDetails {
  const { status, retryable, action } = errors[code];
  const text = errorTexts[code][language];
  return {
    type: `urn:liangzheng:problem:${code}`,
    title: text,
    status,
    detail: where === undefined ? text : `${text} (${where})`,
    code,
    retryable,
    action,
    traceId,
  };
}
