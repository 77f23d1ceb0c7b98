import { negotiate } from '@fastify/accept-negotiator';
import type { ProblemDetails } from '../../../../shared/contract/problem.ts';
import { errorTexts } from '../../../../shared/error-texts.ts';
import { type ErrorCode, errors } from '../../../../shared/errors.ts';
import * as limits from '../../../../shared/limits.ts';
import type { Text } from '../../../../shared/text.ts';

/** A language of the texts of errors. */
type Language = keyof Text;

/** The better of the two by an Accept-Language header (RFC 9110 section 12.5.4), whatever the region; Chinese where it does not tell. */
export function languageOf(acceptLanguage = ''): Language {
  const ranges = acceptLanguage.slice(0, limits.acceptLanguage).toLowerCase();
  return negotiate(ranges.replaceAll(/\b([a-z]+)-[a-z0-9-]+/g, '$1'), ['zh', 'en']) ?? 'zh';
}

/**
 * Problem details (RFC 9457) by the closed list of errors. `detail` is the text of the code and, where a request did not fit,
 * the place in the schema; nothing that was sent is repeated.
 */
export function problemDetails(
  code: ErrorCode,
  facts: { language: Language; traceId: string; where?: string | undefined; serverTime?: number | undefined },
): ProblemDetails {
  const { language, traceId, where, serverTime } = facts;
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
    ...(serverTime === undefined ? {} : { serverTime }),
  };
}
