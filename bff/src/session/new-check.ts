import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { OpenSessionBody } from '../../../shared/contract/verify/01-open-session.ts';
import { wordPolicyOf } from '../../../shared/counter-word.ts';
import { newId } from '../../../shared/ids.ts';
import { Problem } from '../../../shared/problem.ts';
import { type Purpose, purposeFits, scenes } from '../../../shared/scenes.ts';
import type { CounterCaller } from '../ports/callers.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';
import { publishChange } from './change.ts';
import { latestEnd } from './counter-view.ts';
import { inFeed } from './feed.ts';
import { insertSession } from './row.ts';
import type { InState, LiveCheck, Session } from './session.ts';

/** A check that nobody has claimed yet. */
export type OpenCheck = InState<'open'> & LiveCheck;

/** How a check differs from one that a counter opens for itself. */
interface Opening {
  /** Milliseconds after which it has ended, whatever it is then; nobody gives it more time. */
  endsWithin: number;
  ceremony: string;
  parties: Session['parties'];
  grown: true;
}

/**
 * A check for the counter, not stored yet: what the registry allows it now.
 * @throws Problem token-invalid, counter-unregistered, scene-not-allowed, purpose-not-allowed
 */
export async function newCheck(
  { registry, now: clock, random }: Pick<Ports, 'registry' | 'now' | 'random'>,
  caller: CounterCaller,
  body: OpenSessionBody,
  { endsWithin, ceremony = 'verify', parties = {}, grown }: Partial<Opening> = {},
): Promise<OpenCheck> {
  const rp = await registry.rp(caller.rpId);
  if (rp === undefined) throw new Problem('token-invalid');
  const counter = await registry.counter(caller.counterId);
  if (counter === undefined || counter.registered.expiresAt <= clock())
    throw new Problem('counter-unregistered');
  const open = [rp.scenes, counter.registered.scenes];
  const opens = 'officer' in parties ? 'officer' : 'counter';
  if (scenes[body.scene].openedBy !== opens || !open.every((each) => each.includes(body.scene)))
    throw new Problem('scene-not-allowed');
  const purposes: readonly Purpose[] | undefined = rp.purposes?.[body.scene];
  if (!purposeFits(body.scene, body.purpose) || purposes?.includes(body.purpose) === false)
    throw new Problem('purpose-not-allowed');

  const now = clock();
  const word = wordPolicyOf(body.scene, rp.counterWord?.[body.scene]);
  const level = rp.levels?.[body.scene] ?? scenes[body.scene].level;
  const { rpId, counterId } = caller;
  const request = { rpId, counterId, ...body, level, word };
  const code = { token: encodeBase64url(random(16)), secret: encodeBase64url(random(32)) };
  const ends = endsWithin !== undefined && { extended: true as const, endsBy: now + endsWithin };
  const asked = { by: 'counter' as const, request, code, ...ends, ...(grown && { grown }) };
  return {
    id: newId('ses', random),
    ceremony,
    state: 'open',
    version: 1,
    shown: 1,
    openedAt: now,
    deadline: latestEnd({ state: 'open', openedAt: now, asked }),
    parties,
    asked,
  };
}

/**
 * Stores a new check with `also` or not at all, counted against the quotas of its counter and its RP; `duplicate` where `also` met a
 * taken key.
 * @throws Problem too-many-requests
 */
export async function storeCheck(
  ports: Ports,
  session: LiveCheck,
  also: readonly Statement[],
): Promise<'stored' | 'duplicate'> {
  const { rpId, counterId, scene, level } = session.asked.request;
  const counter = await ports.registry.counter(counterId);
  const { quotas, rpQuotas } = counter ?? {};
  const { written } = await take(
    ports,
    [
      { quota: 'sessions-by-counter', subject: counterId, amount: quotas?.sessions },
      { quota: 'sessions-by-rp', subject: rpId, amount: rpQuotas?.sessions },
      { quota: 'live-sessions-by-counter', subject: counterId, most: quotas?.liveSessions },
      { quota: 'live-sessions-by-rp', subject: rpId, most: rpQuotas?.liveSessions },
    ],
    { also: [...also, ...inFeed(session, insertSession(session))] },
  );
  if (!written.done) return 'duplicate';
  publishChange(ports, session);
  void ports.audit({
    event: 'session-opened',
    by: 'counter',
    sessionId: session.id,
    rpId,
    counterId,
    scene,
    level,
  });
  return 'stored';
}
