import { takeVerdict } from '../attempt/07-verdict.ts';
import { awaitVerdict } from '../attempt/await-verdict.ts';
import type { Ports } from '../ports/ports.ts';
import { load } from '../session/load.ts';
import { sessionsOf } from '../session/row.ts';
import type { InState, Session } from '../session/session.ts';
import { sweep } from './sweep.ts';

const sweepEvery = 1000;

/**
 * What happens by itself: verdicts are awaited for every session that is `deciding` (those that a crash left behind too),
 * deadlines are kept, old rows go. Answers the way to stop.
 */
export function startClock(ports: Ports): () => void {
  const stopping = new AbortController();
  const awaited = new Set<string>();

  const settle = async (session: InState<'deciding'>) => {
    const key = `${session.id} ${session.attempt.challengeId}`;
    if (awaited.has(key)) return;
    awaited.add(key);
    try {
      const claims = await awaitVerdict(ports, session, stopping.signal);
      if (claims === undefined) return;
      const arrived = ports.now();
      const taken = await takeVerdict(ports, session, claims);
      if (taken === 'waiting') return;
      if (taken === 'lost') await ringForAnother(session.id);
      ports.measures.verdictPushed(ports.now() - arrived);
    } finally {
      awaited.delete(key);
    }
  };

  /** Another process on the same database was quicker; whoever waits in this one is to hear of it too. */
  const ringForAnother = async (id: string) => {
    const current = await load(ports, id);
    if (current !== undefined) ports.bell.ring(current);
  };

  const guard = (work: Promise<void>) => {
    work.catch((fault: unknown) =>
      ports.warn('clock-fault', { name: fault instanceof Error ? fault.name : 'unknown' }),
    );
  };
  const notice = (session: Session) => {
    if (session.state === 'deciding') guard(settle(session));
  };

  const resume = async () => {
    const rows = await ports.db.read(`select id, body from sessions where state = 'deciding'`, {});
    for (const session of await sessionsOf(ports, rows)) notice(session);
    await sweep(ports);
  };

  const stopListening = ports.bell.listen('deciding', notice);
  guard(resume());
  const timer = setInterval(() => guard(resume()), sweepEvery);
  return () => {
    stopping.abort();
    stopListening();
    clearInterval(timer);
  };
}
