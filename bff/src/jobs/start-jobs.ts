import { deliverDue } from '../outbox/deliver-due.ts';
import type { Ports } from '../ports/ports.ts';
import { webhookBody } from '../session/webhook-body.ts';
import { deliverWebhooks } from '../webhook/deliver-webhooks.ts';
import { endCredentials } from './end-credentials.ts';
import { endDelegations } from './end-delegations.ts';
import { forget } from './forget.ts';
import { reconcile } from './reconcile.ts';
import { remind } from './remind.ts';
import { runLeased } from './run-leased.ts';
import { scrubbing } from './scrub.ts';
import { settleDeciding } from './settle-deciding.ts';
import { sweep } from './sweep.ts';

/**
 * What happens by itself. Verdicts are awaited in every process. Keeping deadlines, forgetting, scrubbing what was forgotten, telling
 * what is in the outbox and the webhooks, what ends or comes by itself to credentials, reminding of it, and comparing the credentials of both sides are done by one process at a time, and none of them waits for
 * another. Answers the way to stop, which resolves once what is under way is over.
 */
export function startJobs(ports: Ports): () => Promise<void> {
  const webhooks = deliverWebhooks(webhookBody);
  const leased = {
    sweep,
    forget,
    scrub: scrubbing(),
    outbox: deliverDue,
    credentials: endCredentials,
    delegations: endDelegations,
    reconcile,
    remind,
    webhooks: webhooks.round,
  };
  const stops = [
    settleDeciding(ports),
    webhooks.stop,
    ...Object.entries(leased).map(([name, work]) => runLeased(ports, name, work)),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}
