import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { noteReplayed } from '../../ports/current-call.ts';
import type { Ports } from '../../ports/ports.ts';
import { pathOf } from '../route-label.ts';
import { beginAttempt, earlierAnswer, giveUp, keepAnswer, portsOfAttempt } from './attempt.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import { openAnswer, sealAnswer } from './sealed-answer.ts';

/**
 * Has a creation made once for each key of a caller, in whichever process, and gives its answer again for `limits.idempotencyMemory`. What was
 * asked is kept as a keyed hash, what was answered sealed by a secret of the server's and the caller's key together. The key is marked in the
 * write that makes the thing (`portsOfAttempt`): a key without the mark made nothing, whatever became of its process, and may be used again
 * once the call was refused, or after `limits.idempotencyRunning`; a key with the mark makes nothing more.
 * @param make makes what it makes by `audited` of the ports that it is handed
 * @throws Problem idempotency-key-busy while the first is still running, idempotency-key-reused where it asked for something else,
 * idempotency-key-missing where the key has no form of one, idempotency-answer-lost where it was made and its answer could not be kept
 */
export async function answerOnce(
  ports: Ports,
  principal: string,
  request: FastifyRequest,
  make: (ports: Ports) => Promise<unknown>,
): Promise<unknown> {
  const { key, bodyHash } = idempotencyKeyOf(request, pathOf(request.url));
  const scope = `operator ${principal} ${request.routeOptions.url}`;
  const keyed = (label: string, text: string) =>
    createHmac('sha256', ports.settings.holderPepper).update(`idempotency ${label}|${text}`);
  const call = keyed('call', `${scope}|${key}`).digest('base64url');
  const asked = keyed('asked', bodyHash).digest('base64url');
  const seal = keyed('answer', `${scope}|${key}`).digest();

  const attempt = await beginAttempt(ports, { call, asked });
  if (attempt === undefined) {
    const made = await earlierAnswer(ports, { call, asked });
    noteReplayed();
    return openAnswer(made, seal);
  }
  const answer = await make(portsOfAttempt(ports, attempt)).catch(async (fault: unknown) => {
    await giveUp(ports, attempt);
    throw fault;
  });
  await keepAnswer(ports, attempt, sealAnswer(answer, seal, ports.random));
  return answer;
}
