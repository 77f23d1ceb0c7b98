import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { limits } from '../../../shared/limits.ts';
import type { CounterCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import type { SessionChange } from '../ports/session-changes.ts';
import { counterView, shownVersion } from '../session/counter-view.ts';
import { sessionOf, sessionsOf } from '../session/row.ts';
import type { Session } from '../session/session.ts';

/**
 * Pushes each session of the counter as it stands, then again whenever it has changed: listens first, reads then, so that
 * nothing falls in between, and never pushes a view twice. Of changes that follow at once the last one may be all that is
 * pushed. Answers the way to stop.
 */
export async function watchCounter(
  ports: Ports,
  caller: CounterCaller,
  push: (view: CounterView) => void,
): Promise<() => void> {
  const pushed = new Map<string, number>();
  const isPushed = (session: Session) => (pushed.get(session.id) ?? 0) >= shownVersion(session);
  let queue = Promise.resolve();
  const show = (change: Pick<SessionChange, 'id'>, read: (id: string) => Promise<Session | undefined>) => {
    queue = queue.then(async () => {
      const session = await read(change.id);
      if (session === undefined || isPushed(session)) return;
      pushed.set(session.id, shownVersion(session));
      push(await counterView(ports, session));
    });
    queue = queue.catch((fault: unknown) => {
      ports.warn('push-fault', {
        sessionId: change.id,
        name: fault instanceof Error ? fault.name : 'unknown',
      });
    });
  };

  const stop = ports.sessionChanges.subscribe(caller.counterId, (change) =>
    show(change, (id) => stored(ports, id)),
  );
  const rows = await ports.db.read(
    'select id, body from sessions where counter_id = :counterId and opened_at > :since order by opened_at desc limit :most',
    {
      counterId: caller.counterId,
      since: ports.now() - limits.eventStreamLookBack,
      most: limits.eventStreamSessions,
    },
  );
  for (const session of await sessionsOf(ports, rows.reverse())) show(session, async () => session);
  return stop;
}

async function stored(ports: Ports, id: string): Promise<Session | undefined> {
  const [row] = await ports.db.read('select id, body from sessions where id = :id', { id });
  return row && sessionOf(ports, row);
}
