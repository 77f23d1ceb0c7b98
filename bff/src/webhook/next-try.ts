import type { DeliveryFault } from '../../../shared/contract/operator/webhook-view.ts';
import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';
import type { Sent } from '../ports/webhooks.ts';

/** What came of a try. `retryAfter`: milliseconds that the receiver asks for. */
export type Outcome =
  | { kind: 'delivered'; status: number }
  | { kind: 'failed'; fault: DeliveryFault; status?: number; retryAfter?: number };

/** Any 2xx is success and nothing else is: a redirect is never followed, and 410 says that nothing is to come any more. */
export function outcomeOf(sent: Sent): Outcome {
  if ('fault' in sent) return { kind: 'failed', fault: sent.fault };
  const { status, retryAfter } = sent;
  if (status >= 200 && status < 300) return { kind: 'delivered', status };
  const asks = status === 429 || status === 503;
  return {
    ...{ kind: 'failed', fault: faultOf(status), status },
    ...(asks && retryAfter !== undefined ? { retryAfter } : {}),
  };
}

function faultOf(status: number): DeliveryFault {
  if (status < 300) return 'answer-invalid';
  if (status < 400) return 'redirect';
  if (status === 410) return 'gone';
  if (status === 429) return 'rate-limited';
  return status < 500 ? 'client-error' : 'server-error';
}

/**
 * When it is tried again after so many tries, epoch milliseconds: after the pauses of Standard Webhooks with a random part more, no
 * sooner than after `rest` milliseconds, and a last time before what it tells is forgotten. undefined: it was the last try.
 */
export function nextTry(
  { now, random, settings }: Pick<Ports, 'now' | 'random' | 'settings'>,
  { tries, expiresAt, rest }: { tries: number; expiresAt: number; rest: number },
): number | undefined {
  const pause = limits.webhookPauses[tries - 1];
  const last = expiresAt - limits.webhookLastTry;
  if (pause === undefined || now() >= last) return undefined;
  const [byte = 0] = random(1);
  const longer = 1 + (limits.webhookJitter * byte) / 255;
  const wanted = Math.max((pause * longer) / settings.webhookHaste, rest);
  return Math.min(now() + Math.ceil(wanted), last);
}

/** What of the pause that a receiver asks for is heeded, in milliseconds. */
export function askedFor(retryAfter: number): number {
  return Math.min(retryAfter, limits.webhookRetryAfterMost);
}
