import type { OpenSessionAnswer, OpenSessionBody } from '../../../shared/contract/verify/01-open-session.ts';
import * as limits from '../../../shared/limits.ts';
import type { CounterCaller, IdempotencyKey } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { earlierCall, rememberCall } from '../session/idempotency.ts';
import { load } from '../session/load.ts';
import { newCheck, storeCheck } from '../session/new-check.ts';
import { openAnswer } from '../session/open-answer.ts';

/**
 * A counter opens a session and learns how to show its codes. Asked again with the same key within `limits.idempotencyMemory` it opens no
 * other: it learns them again, while the session is not over. With the end the secret of the codes is gone, and the answer with it.
 * @throws Problem token-invalid, counter-unregistered, scene-not-allowed, purpose-not-allowed, idempotency-key-reused,
 * too-many-requests, session-over
 */
export async function openSession(
  ports: Ports,
  caller: CounterCaller,
  body: OpenSessionBody,
  idempotencyKey: IdempotencyKey,
): Promise<OpenSessionAnswer> {
  const session = await newCheck(ports, caller, body);
  const scope = `open-session ${caller.counterId}`;
  const made = { sessionId: session.id, made: '' };
  const until = session.openedAt + limits.idempotencyMemory;
  const remember = rememberCall(ports, scope, idempotencyKey, made, until);
  if ((await storeCheck(ports, session, [remember])) === 'stored') return openAnswer(ports, session);
  const earlier = await earlierCall(ports, scope, idempotencyKey);
  if (earlier === undefined) throw new Error('a session id was met twice');
  return openAnswer(ports, await load(ports, earlier.sessionId));
}
