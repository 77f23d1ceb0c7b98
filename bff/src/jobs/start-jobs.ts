import { deliverDue } from '../outbox/deliver-due.ts';
import type { Ports } from '../ports/ports.ts';
import { reconcile } from './reconcile.ts';
import { runLeased } from './run-leased.ts';
import { scrubbing } from './scrub.ts';
import { settleDeciding } from './settle-deciding.ts';
import { sweep } from './sweep.ts';

/**
 * What happens by itself. Verdicts are awaited in every process. Keeping deadlines and forgetting, scrubbing what was forgotten, telling what is in the
 * outbox, and comparing the credentials of both sides, are done by one process at a time. Answers the way to stop.
 */
export function startJobs(ports: Ports): () => void {
  const stops = [
    settleDeciding(ports),
    runLeased(ports, 'sweep', sweep),
    runLeased(ports, 'outbox', deliverDue),
    runLeased(ports, 'reconcile', reconcile),
    runLeased(ports, 'scrub', scrubbing()),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
