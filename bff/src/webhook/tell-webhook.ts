import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';
import { type BodyOf, deliver } from './deliver.ts';
import { readWebhook } from './read-webhook.ts';
import { setDue, takeDue } from './take-due.ts';

export interface Telling {
  bodyOf: BodyOf;
  /** Fires when the process stops. */
  signal: AbortSignal;
  /** Resolves when there may be more to tell than a moment ago. */
  woken(): Promise<void>;
}

/**
 * Tells one webhook all that is due, `limits.webhookAtOnce` at the same time, one where the last try did not succeed. After as many
 * failures in a row it is left alone for a while: what else waits would fail too. An RP that is no longer registered, or was revoked, is told nothing.
 */
export async function tellWebhook(ports: Ports, webhookId: string, telling: Telling): Promise<void> {
  const { signal } = telling;
  const underWay = new Set<Promise<void>>();
  let failures = 0;
  let struggles = false;

  for (;;) {
    const hook = await readWebhook(ports, webhookId);
    const isOpen = hook?.state === 'active' && (await ports.registry.isActive(hook.rpId));
    if (hook === undefined || !isOpen || signal.aborted) break;
    struggles ||= hook.struggles;
    if (failures >= (struggles ? 1 : limits.webhookAtOnce)) break;
    const room = (struggles ? 1 : limits.webhookAtOnce) - underWay.size;
    const taken = room > 0 ? await takeDue(ports, webhookId, room) : [];
    for (const delivery of taken) {
      const one = deliver(ports, hook, delivery, telling).then((delivered) => {
        failures = delivered ? 0 : failures + 1;
        if (delivered) struggles = false;
        underWay.delete(one);
      });
      underWay.add(one);
    }
    if (underWay.size === 0) break;
    await Promise.race([...underWay, telling.woken()]);
  }
  await Promise.all(underWay);
  if (signal.aborted) return;
  const rest = failures > 0 ? limits.webhookRest / ports.settings.webhookHaste : 0;
  const hook = await readWebhook(ports, webhookId);
  const registered = hook !== undefined && (await ports.registry.isActive(hook.rpId));
  await setDue(ports, webhookId, ports.now() + (registered ? rest : limits.webhookUnregisteredRest));
}
