import type { AtCounter } from '../../../shared/contract/assist/01-open.ts';
import type { OpenSessionAnswer, OpenSessionBody } from '../../../shared/contract/verify/01-open-session.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { type Purpose, scenes } from '../../../shared/scenes.ts';
import type { IdempotencyKey, OfficerCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';
import { atCounter } from '../raise/at-desk.ts';
import { isForRp } from '../session/ceremony-of.ts';
import { sessionsOf } from '../session/row.ts';
import type { Session } from '../session/session.ts';
import { openSession } from '../verify/01-open-session.ts';

/** What the attendant's counter may ask for, and its checks that may be assisted. @throws Problem officer-may-not, counter-unregistered */
export async function readAtCounter(ports: Ports, caller: OfficerCaller): Promise<AtCounter> {
  const { rpId, counterId } = atCounter(caller);
  const [rp, counter] = [await ports.registry.rp(rpId), await ports.registry.counter(counterId)];
  if (rp === undefined || counter === undefined) throw new Problem('counter-unregistered');
  const asked = rp.scenes.filter((scene) => counter.registered.scenes.includes(scene));
  const purposesOf = (scene: (typeof asked)[number]): Purpose[] => {
    const allowed: readonly Purpose[] = rp.purposes?.[scene] ?? scenes[scene].purposes;
    return [...allowed];
  };
  return {
    name: counter.registered.counterName,
    place: counter.registered.place,
    scenes: asked.map((scene) => ({ scene, purposes: purposesOf(scene) })),
    checks: await checksAt(ports, counterId),
  };
}

/**
 * The attendant opens a check of the counter: the same as where the counter does, so that nothing tells who did, and either a phone or the
 * attendant takes it.
 * @throws Problem officer-may-not, and whatever `openSession` throws
 */
export async function openCheck(
  ports: Ports,
  caller: OfficerCaller,
  body: OpenSessionBody,
  idempotencyKey: IdempotencyKey,
): Promise<OpenSessionAnswer> {
  const counter = atCounter(caller);
  await take(ports, [{ quota: 'assists-by-officer', subject: caller.officerId }]);
  return openSession(ports, counter, body, idempotencyKey);
}

async function checksAt(ports: Ports, counterId: string): Promise<AtCounter['checks']> {
  const rows = await ports.db.read(
    `select id, body from (
      select id, body, state from sessions where counter_id = :counterId order by feed desc limit :looked
    ) held where state in ('open', 'declined') limit :most`,
    { counterId, looked: limits.eventStreamSessions, most: limits.checksToAssist },
  );
  return (await sessionsOf(ports, rows)).flatMap((session) => shown(ports, session));
}

function shown(ports: Ports, session: Session): AtCounter['checks'] {
  const { id: sessionId, state, asked, openedAt, deadline } = session;
  if (asked.by !== 'counter' || !isForRp(ports, session)) return [];
  const { scene, purpose, level } = asked.request;
  const about = { sessionId, scene, purpose, level, openedAt };
  if (state === 'open' && deadline > ports.now()) return [{ ...about, state }];
  const isFresh = state === 'declined' && session.endedAt + limits.declinedLookBack > ports.now();
  return isFresh ? [{ ...about, state: 'declined' }] : [];
}
