import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { limits } from '../../../shared/limits.ts';
import type { CounterCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { counterView } from '../session/counter-view.ts';
import { sessionsOf } from '../session/row.ts';
import type { Session } from '../session/session.ts';

/**
 * Pushes each session of the counter as it stands, then every change of it: listens first, reads then, so that nothing
 * falls in between, and never pushes a version twice. Answers the way to stop.
 */
export async function watchCounter(
  ports: Ports,
  caller: CounterCaller,
  push: (view: CounterView) => void,
): Promise<() => void> {
  const pushed = new Map<string, number>();
  let queue = Promise.resolve();
  const show = (session: Session) => {
    queue = queue.then(async () => {
      if ((pushed.get(session.id) ?? 0) >= session.version) return;
      pushed.set(session.id, session.version);
      push(await counterView(ports, session));
    });
    queue = queue.catch((fault: unknown) => {
      ports.warn('push-fault', {
        sessionId: session.id,
        name: fault instanceof Error ? fault.name : 'unknown',
      });
    });
  };

  const stop = ports.bell.listen(caller.counterId, show);
  const rows = await ports.db.read(
    'select id, body from sessions where counter_id = :counterId and opened_at > :since order by opened_at desc limit :most',
    {
      counterId: caller.counterId,
      since: ports.now() - limits.eventStreamLookBack,
      most: limits.eventStreamSessions,
    },
  );
  for (const session of await sessionsOf(ports, rows.reverse())) show(session);
  return stop;
}
