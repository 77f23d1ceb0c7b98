import type { ConsentBody } from '../../../shared/contract/apply/01-consent.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { openByHolder } from '../attempt/open-by-holder.ts';
import type { HolderCaller, IdempotencyKey } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * The holder consents and opens an application.
 * @throws Problem consent-missing, idempotency-key-reused, too-many-requests, session-over
 */
export function consent(
  ports: Ports,
  caller: HolderCaller,
  { consent: given }: ConsentBody,
  idempotencyKey: IdempotencyKey,
): Promise<HolderView> {
  return openByHolder(ports, caller, 'consent', idempotencyKey, async () => ({
    ceremony: 'apply',
    consent: given,
    asked: { by: 'holder' },
    shows: { shows: 'nothing' },
    event: { event: 'application-opened', by: 'holder', voice: given.voice },
  }));
}
