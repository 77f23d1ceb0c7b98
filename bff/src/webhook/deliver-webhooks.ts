import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';
import type { BodyOf } from './deliver.ts';
import { tellWebhook } from './tell-webhook.ts';

/** What tells webhooks in one process. */
export interface WebhookDeliveries {
  /** Sees who is to be told, and waits for nobody who is. */
  round(ports: Ports): Promise<void>;
  /** Breaks off what is under way: what was not settled is told again. */
  stop(): void;
}

interface Lane {
  struggles: boolean;
  wake(): void;
}

/**
 * Tells each webhook in a lane of its own, so that none waits for another: `limits.webhooksAtOnce` lanes in all, half of them for those
 * whose last try failed or was slow, so that dead receivers, however many, leave room for the others.
 */
export function deliverWebhooks(bodyOf: BodyOf): WebhookDeliveries {
  const stopping = new AbortController();
  const lanes = new Map<string, Lane>();

  const start = (ports: Ports, id: string, struggles: boolean) => {
    let wake = () => {};
    const woken = () =>
      new Promise<void>((resolve) => {
        wake = resolve;
      });
    lanes.set(id, { struggles, wake: () => wake() });
    tellWebhook(ports, id, { bodyOf, signal: stopping.signal, woken })
      .catch((fault: unknown) => {
        if (stopping.signal.aborted) return;
        ports.warn('job-fault', { job: 'webhooks', name: fault instanceof Error ? fault.name : 'unknown' });
      })
      .finally(() => lanes.delete(id));
  };

  return {
    async round(ports) {
      for (const struggles of [false, true])
        for (const id of await dueWebhooks(ports, struggles)) {
          lanes.get(id)?.wake();
          const held = [...lanes.values()];
          const most = limits.webhooksAtOnce / (struggles ? 2 : 1);
          const taken = struggles ? held.filter((lane) => lane.struggles) : held;
          if (stopping.signal.aborted || lanes.has(id) || taken.length >= most) continue;
          if (held.length < limits.webhooksAtOnce) start(ports, id, struggles);
        }
      await measure(ports);
    },
    stop: () => stopping.abort(),
  };
}

/** Twice as many as there are lanes: those that have one may still stand first. */
async function dueWebhooks({ db, now }: Ports, struggles: boolean): Promise<string[]> {
  const rows = await db.read(
    `select id from webhooks where struggles = :struggles and due_at <= :now order by due_at limit :most`,
    { struggles: struggles ? 1 : 0, now: now(), most: 2 * limits.webhooksAtOnce },
  );
  return rows.map(({ id }) => String(id));
}

async function measure({ db, now, measures }: Ports): Promise<void> {
  const [[oldest], [sum]] = await Promise.all([
    db.read(`select at from webhook_deliveries where state = 'waiting' and at > 0 order by at limit 1`, {}),
    db.read('select sum(backlog) as waiting from webhooks where backlog > 0', {}),
  ]);
  const age = oldest === undefined ? 0 : Math.max(0, now() - Number(oldest.at));
  measures.webhooksWait(Number(sum?.waiting ?? 0), age / 1000);
}
