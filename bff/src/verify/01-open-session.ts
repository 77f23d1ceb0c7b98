import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { OpenSessionAnswer, OpenSessionBody } from '../../../shared/contract/verify/01-open-session.ts';
import { wordPolicyOf } from '../../../shared/counter-word.ts';
import { newId } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { type Purpose, purposeFits, scenes } from '../../../shared/scenes.ts';
import type { CounterCaller, IdempotencyKey } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';
import { publishChange } from '../session/change.ts';
import { inFeed } from '../session/feed.ts';
import { earlierCall, rememberCall } from '../session/idempotency.ts';
import { load } from '../session/load.ts';
import { insertSession } from '../session/row.ts';
import type { Session } from '../session/session.ts';

/**
 * A counter opens a session and learns how to show its codes. Asked again with the same key it learns them again, while the
 * session is not over.
 * @throws Problem token-invalid, counter-unregistered, scene-not-allowed, purpose-not-allowed, idempotency-key-reused,
 * too-many-requests, session-over
 */
export async function openSession(
  ports: Ports,
  caller: CounterCaller,
  body: OpenSessionBody,
  idempotencyKey: IdempotencyKey,
): Promise<OpenSessionAnswer> {
  const rp = await ports.registry.rp(caller.rpId);
  if (rp === undefined) throw new Problem('token-invalid');
  const counter = await ports.registry.counter(caller.counterId);
  if (counter === undefined || counter.registered.expiresAt <= ports.now())
    throw new Problem('counter-unregistered');
  const open = [rp.scenes, counter.registered.scenes];
  if (!open.every((scenes) => scenes.includes(body.scene))) throw new Problem('scene-not-allowed');
  const purposes: readonly Purpose[] | undefined = rp.purposes?.[body.scene];
  if (!purposeFits(body.scene, body.purpose) || purposes?.includes(body.purpose) === false)
    throw new Problem('purpose-not-allowed');

  const now = ports.now();
  const word = wordPolicyOf(body.scene, rp.counterWord?.[body.scene]);
  const level = rp.levels?.[body.scene] ?? scenes[body.scene].level;
  const request = { ...caller, ...body, level, word };
  const code = { token: encodeBase64url(ports.random(16)), secret: encodeBase64url(ports.random(32)) };
  const sessionId = newId('ses', ports.random);
  const deadline = now + limits.openLifetime;
  const session: Session = {
    id: sessionId,
    ceremony: 'verify',
    state: 'open',
    version: 1,
    shown: 1,
    openedAt: now,
    deadline,
    parties: {},
    asked: { by: 'counter', request, code },
  };
  const scope = `open-session ${caller.counterId}`;
  const { quotas, rpQuotas } = counter;
  const { written } = await take(
    ports,
    [
      { quota: 'sessions-by-counter', subject: caller.counterId, amount: quotas?.sessions },
      { quota: 'sessions-by-rp', subject: caller.rpId, amount: rpQuotas?.sessions },
      { quota: 'live-sessions-by-counter', subject: caller.counterId, most: quotas?.liveSessions },
      { quota: 'live-sessions-by-rp', subject: caller.rpId, most: rpQuotas?.liveSessions },
    ],
    {
      also: [
        rememberCall(ports, scope, idempotencyKey, { sessionId, made: '' }, deadline),
        ...inFeed(session, insertSession(session)),
      ],
    },
  );
  if (!written.done) {
    const earlier = await earlierCall(ports, scope, idempotencyKey);
    if (earlier === undefined) throw new Error('a session id was met twice');
    return answerFor(ports, await load(ports, earlier.sessionId));
  }
  publishChange(ports, session);
  void ports.audit({
    event: 'session-opened',
    by: 'counter',
    sessionId,
    ...caller,
    scene: body.scene,
    level,
  });
  return answerFor(ports, session);
}

/** @throws Problem session-over where the session has ended, and its code with it */
function answerFor(ports: Ports, session: Session | undefined): OpenSessionAnswer {
  if (session?.asked.by !== 'counter' || !('code' in session.asked)) throw new Problem('session-over');
  const { id: sessionId, openedAt, asked } = session;
  const { rpId, counterId, scene, purpose, level } = asked.request;
  return {
    ...{ sessionId, rpId, counterId, scene, purpose, level },
    codeBaseUrl: ports.settings.publicUrl,
    ...asked.code,
    openedAt,
    serverTime: ports.now(),
    expiresAt: openedAt + limits.openLifetime,
  };
}
