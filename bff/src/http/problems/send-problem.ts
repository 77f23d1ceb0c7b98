import type { FastifyReply, FastifyRequest } from 'fastify';
import { errors } from '../../../../shared/errors.ts';
import { limits } from '../../../../shared/limits.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { closeIfUnread } from './close-gracefully.ts';
import { languageOf, problemDetails } from './problem-details.ts';
import { ContractViolation, faultFacts, problemOf } from './problem-of.ts';
import { wwwAuthenticate } from './www-authenticate.ts';

/**
 * Answers any error as application/problem+json. What is not a problem is a fault of ours: logged by name and place, told to nobody.
 * @param serverTime epoch milliseconds, for callers whose own clock is not relied on
 */
export function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  serverTime?: number,
): FastifyReply {
  const problem = problemOf(error);
  if (problem === undefined)
    request.log.error(
      { traceId: request.id, route: request.routeLabel.route, ...faultFacts(error) },
      'fault',
    );
  const code = problem?.code ?? 'internal-fault';
  const where = problem instanceof ContractViolation ? problem.where : undefined;
  const language = languageOf(request.headers['accept-language']);
  const details = problemDetails(code, { language, traceId: request.id, where, serverTime });

  if (details.status === 401)
    reply.header('www-authenticate', wwwAuthenticate(request.routeLabel.surface, code));
  const retryAfter = retryAfterOf(problem);
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  closeIfUnread(request, reply);
  return reply
    .status(details.status)
    .header('content-type', 'application/problem+json')
    .header('content-language', language)
    .send(JSON.stringify(details));
}

/** Every 429 and 503 says when to come back. */
function retryAfterOf(problem: Problem | undefined): number | undefined {
  if (problem === undefined) return undefined;
  if (problem.retryAfter !== undefined) return problem.retryAfter;
  const { status } = errors[problem.code];
  return status === 429 || status === 503 ? limits.relayRetryAfterSeconds : undefined;
}
