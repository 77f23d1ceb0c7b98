import * as limits from '../../../shared/limits.ts';
import { takeVerdict } from '../attempt/07-verdict.ts';
import { awaitVerdict } from '../attempt/await-verdict.ts';
import { giveUp } from '../attempt/give-up.ts';
import type { Ports } from '../ports/ports.ts';
import { publishChange } from '../session/change.ts';
import { load } from '../session/load.ts';
import { sessionsOf } from '../session/row.ts';
import type { InState, Session } from '../session/session.ts';

/**
 * Awaits the verdict of every session that is `deciding`, those that a crash left behind too, and gives up what is past its deadline,
 * once each at a time. Of those whose verdict is kept until the counter word comes only the deadline is looked at. Every process does: two that read one verdict do no harm, as the first change decides. Answers the way to stop, which resolves
 * once what is under way is over.
 */
export function settleDeciding(ports: Ports): () => Promise<void> {
  const stopping = new AbortController();
  const underWay = new Set<string>();
  const working = new Set<Promise<void>>();

  const once = async (key: string, work: () => Promise<void>) => {
    if (underWay.has(key)) return;
    underWay.add(key);
    try {
      await work();
    } finally {
      underWay.delete(key);
    }
  };

  const takeNext = async (session: InState<'deciding'>) => {
    const claims = await awaitVerdict(ports, session, stopping.signal);
    if (claims === undefined) return;
    const arrived = ports.now();
    const taken = await takeVerdict(ports, session, claims);
    if (taken === 'waiting') return;
    if (taken === 'lost') await publishForAnother(session.id);
    ports.measures.verdictPushed(ports.now() - arrived);
  };

  /** Another process on the same database was quicker; whoever waits in this one is to hear of it too. */
  const publishForAnother = async (id: string) => {
    const current = await load(ports, id);
    if (current !== undefined) publishChange(ports, current);
  };

  const settle = async (session: Session | undefined) => {
    if (session?.state !== 'deciding') return;
    const key = `${session.id} ${session.attempt.challengeId}`;
    if (session.deadline <= ports.now()) await once(`late ${key}`, () => giveUp(ports, session, 'time-over'));
    else if (!('verdict' in session)) await once(key, () => takeNext(session));
  };

  const guard = (work: Promise<void>) => {
    const guarded = work
      .catch((fault: unknown) => {
        if (stopping.signal.aborted) return;
        ports.warn('job-fault', { job: 'verdicts', name: fault instanceof Error ? fault.name : 'unknown' });
      })
      .finally(() => working.delete(guarded));
    working.add(guarded);
  };

  const resume = async () => {
    const rows = await ports.db.read(`select id, body from sessions where state = 'deciding'`, {});
    for (const session of await sessionsOf(ports, rows)) guard(settle(session));
  };

  const unsubscribe = ports.sessionChanges.subscribe('deciding', ({ id }) =>
    guard(load(ports, id).then(settle)),
  );
  guard(resume());
  const timer = setInterval(() => guard(resume()), limits.jobEvery);
  return async () => {
    stopping.abort();
    unsubscribe();
    clearInterval(timer);
    while (working.size > 0) await Promise.all(working);
  };
}
