import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';
import { openLease } from './lease.ts';

/**
 * Does the work every `limits.jobEvery` in whichever process holds the lease of that name, and never twice at once in one process.
 * Work that outlasts its lease may overlap with another's: each change that a job makes is a compare-and-set, a removal of what
 * is past, or told at least once. Answers the way to stop, which hands the lease on and resolves once the round that is under way is over.
 */
export function runLeased(
  ports: Ports,
  name: string,
  work: (ports: Ports) => Promise<void>,
): () => Promise<void> {
  const lease = openLease(ports, name);
  let stopped = false;
  let running: Promise<void> | undefined;

  const begin = () => {
    if (running !== undefined || stopped) return;
    running = round().finally(() => {
      running = undefined;
    });
  };
  const round = async () => {
    const start = performance.now();
    const ran = (outcome: 'done' | 'failed' | 'waits') =>
      ports.measures.jobRan(name, outcome, (performance.now() - start) / 1000);
    try {
      const holds = await lease.hold();
      if (holds) await work(ports);
      ran(holds ? 'done' : 'waits');
    } catch (fault) {
      if (stopped) return;
      ran('failed');
      ports.warn('job-fault', { job: name, name: fault instanceof Error ? fault.name : 'unknown' });
    }
  };

  begin();
  const timer = setInterval(begin, limits.jobEvery);
  return async () => {
    stopped = true;
    clearInterval(timer);
    const last = running;
    // Where the database is gone too, the lease runs out by itself.
    lease.release().catch(() => undefined);
    await last;
  };
}
