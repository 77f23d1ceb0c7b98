import type { FastifyReply } from 'fastify';
import type { ProblemDetails } from '../../../shared/contract/problem.ts';
import { errorTexts } from '../../../shared/error-texts.ts';
import { type ErrorCode, errors } from '../../../shared/errors.ts';
import { Problem } from '../../../shared/problem.ts';

/** Fastify's own refusals in the words of the contract. */
const codeOf: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'content-type-unsupported',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request-invalid',
};

/** The Problem that an error amounts to; whatever is not foreseen is a fault of ours. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (!(error instanceof Error)) return new Problem('internal-fault');
  const known = 'code' in error && typeof error.code === 'string' ? codeOf[error.code] : undefined;
  if (known !== undefined) return new Problem(known, { cause: error });
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  return new Problem(status >= 400 && status < 500 ? 'request-invalid' : 'internal-fault', { cause: error });
}

/** Answers with RFC 9457 problem details. */
export function answerProblem(reply: FastifyReply, { code, retryAfter }: Problem, traceId: string) {
  const { status, retryable, action } = errors[code];
  const { en } = errorTexts[code];
  const details: ProblemDetails = {
    type: `urn:liangzheng:problem:${code}`,
    title: en,
    status,
    detail: en,
    code,
    retryable,
    action,
    traceId,
  };
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  return reply.code(status).type('application/problem+json').send(JSON.stringify(details));
}
