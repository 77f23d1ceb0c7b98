import type { WebhookChanged } from '../../ports/audit.ts';
import type { OperatorCaller } from '../../ports/callers.ts';
import type { Statement, WriteOptions, Written } from '../../ports/db.ts';
import type { Ports } from '../../ports/ports.ts';

/**
 * Writes what an operator does to a webhook together with its entry of the audit chain, both or neither.
 * @throws Problem as `Db.write`
 */
export function writeWebhook(
  { audited }: Pick<Ports, 'audited'>,
  { operatorId }: OperatorCaller,
  change: Pick<WebhookChanged, 'what' | 'rpId' | 'webhookId'>,
  statements: readonly Statement[],
  { reserve = false }: Pick<WriteOptions, 'reserve'> = {},
): Promise<Written> {
  return audited({ event: 'webhook-changed', by: 'operator', operatorId, ...change }, statements, {
    reserve,
  });
}
