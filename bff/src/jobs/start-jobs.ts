import { limits } from '../../../shared/limits.ts';
import { takeVerdict } from '../attempt/07-verdict.ts';
import { awaitVerdict } from '../attempt/await-verdict.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import type { Ports } from '../ports/ports.ts';
import { publishChange } from '../session/change.ts';
import { load } from '../session/load.ts';
import { sessionsOf } from '../session/row.ts';
import type { InState, Session } from '../session/session.ts';
import { forget } from './forget.ts';
import { runLeased } from './run-leased.ts';
import { sweep } from './sweep.ts';

/**
 * What happens by itself. Verdicts are awaited in every process for every session that is `deciding`, those that a crash left
 * behind too: two that read one verdict do no harm, as the first change decides. Keeping deadlines, forgetting, and telling
 * what is in the outbox are done by one process at a time, and none of them waits for another. Answers the way to stop.
 */
export function startJobs(ports: Ports): () => void {
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
      if (taken === 'lost') await publishForAnother(session.id);
      ports.measures.verdictPushed(ports.now() - arrived);
    } finally {
      awaited.delete(key);
    }
  };

  /** Another process on the same database was quicker; whoever waits in this one is to hear of it too. */
  const publishForAnother = async (id: string) => {
    const current = await load(ports, id);
    if (current !== undefined) publishChange(ports, current);
  };

  const guard = (work: Promise<void>) => {
    work.catch((fault: unknown) =>
      ports.warn('job-fault', { job: 'verdicts', name: fault instanceof Error ? fault.name : 'unknown' }),
    );
  };
  const notice = async (session: Session | undefined) => {
    if (session?.state === 'deciding') await settle(session);
  };

  const resume = async () => {
    const rows = await ports.db.read(`select id, body from sessions where state = 'deciding'`, {});
    for (const session of await sessionsOf(ports, rows)) guard(notice(session));
  };

  const unsubscribe = ports.sessionChanges.subscribe('deciding', ({ id }) =>
    guard(load(ports, id).then(notice)),
  );
  guard(resume());
  const timer = setInterval(() => guard(resume()), limits.jobEvery);
  const leased = { sweep, forget, outbox: deliverDue };
  const stopLeased = Object.entries(leased).map(([name, work]) => runLeased(ports, name, work));
  return () => {
    stopping.abort();
    unsubscribe();
    clearInterval(timer);
    for (const stop of stopLeased) stop();
  };
}
