import type { WebhookView } from '../../../../shared/contract/operator/webhook-view.ts';
import type { RpId } from '../../../../shared/ids.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Ports } from '../../ports/ports.ts';
import { webhookOf } from '../../webhook/read-webhook.ts';
import { webhookView } from './webhook-view.ts';

/**
 * The webhooks of an RP, the newest first; those that were revoked within the last week too.
 * @throws Problem not-found: an RP that is not registered and has none
 */
export async function listWebhooks(ports: Ports, rpId: RpId): Promise<{ webhooks: WebhookView[] }> {
  const rows = await ports.db.read(
    'select * from webhooks where rp_id = :rpId order by created_at desc, id desc',
    { rpId },
  );
  if (rows.length === 0 && (await ports.registry.rp(rpId)) === undefined) throw new Problem('not-found');
  return { webhooks: await Promise.all(rows.map((row) => webhookView(ports, webhookOf(row)))) };
}
