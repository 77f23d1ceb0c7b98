import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OfCheck } from '../../../../shared/contract/access/token.ts';
import { type ErrorCode, errors } from '../../../../shared/errors.ts';
import * as limits from '../../../../shared/limits.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { addVary } from '../headers/add-vary.ts';
import { closeIfUnread } from './close-gracefully.ts';
import { oauthError, wantsPlainJson } from './oauth-error.ts';
import { languageOf, problemDetails } from './problem-details.ts';
import { ContractViolation, faultFacts, problemOf } from './problem-of.ts';
import { wwwAuthenticate } from './www-authenticate.ts';

/**
 * Answers any error as application/problem+json. What is not a problem is a fault of ours: logged by name and place, told to nobody.
 * @param more.oauth where the answer is to an OAuth client; with its `description` in place of the problem's own text, and what it may
 * see of its `check` beside
 * @param more.serverTime epoch milliseconds, for callers whose own clock is not relied on
 */
export function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  {
    oauth,
    serverTime,
  }: { oauth?: { description: string | undefined; check?: OfCheck }; serverTime?: number } = {},
): FastifyReply {
  const problem = problemOf(error);
  const { traceId } = request.call.trace;
  if (problem === undefined)
    request.log.error({ traceId, route: request.routeLabel.route, ...faultFacts(error) }, 'fault');
  const code = problem?.code ?? 'internal-fault';
  request.problemCode = code;
  const where = problem instanceof ContractViolation ? problem.where : undefined;
  const language = languageOf(request.headers['accept-language']);
  const details = problemDetails(code, { language, traceId, where, serverTime });
  const inEnglish = () => problemDetails(code, { language: 'en', traceId, where }).detail;
  const members = oauth && oauthError(code, oauth.description ?? inEnglish());

  if (details.status === 401)
    reply.header(
      'www-authenticate',
      wwwAuthenticate(request.routeLabel.surface, code, members?.error_description),
    );
  const retryAfter = retryAfterOf(problem);
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  if (isOfIdempotency(code)) reply.header('link', '</docs>; rel="describedby"; type="text/html"');
  addVary(reply, 'accept-language');
  if (members !== undefined) addVary(reply, 'accept');
  closeIfUnread(request, reply);
  const asPlain = members !== undefined && wantsPlainJson(request.headers.accept);
  return reply
    .status(details.status)
    .header('content-type', `application/${asPlain ? 'json' : 'problem+json'}`)
    .header('content-language', language)
    .send(JSON.stringify({ ...details, ...members, ...oauth?.check }));
}

/** Those point to where keys are explained (draft-ietf-httpapi-idempotency-key-header-07, section 2.7). */
function isOfIdempotency(code: ErrorCode): boolean {
  return code.startsWith('idempotency-');
}

/** Every 429 and 503 says when to come back. */
function retryAfterOf(problem: Problem | undefined): number | undefined {
  if (problem === undefined) return undefined;
  if (problem.retryAfter !== undefined) return problem.retryAfter;
  const { status } = errors[problem.code];
  return status === 429 || status === 503 ? limits.relayRetryAfterSeconds : undefined;
}
