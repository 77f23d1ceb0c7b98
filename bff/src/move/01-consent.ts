import type { ConsentBody } from '../../../shared/contract/apply/01-consent.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { Problem } from '../../../shared/problem.ts';
import { openByHolder } from '../attempt/open-by-holder.ts';
import { readCredential } from '../credential/credential.ts';
import type { HolderCaller, IdempotencyKey } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * The holder consents and begins to bring the credential of the phone before to this one.
 * @throws Problem credential-missing, credential-state-other where there is nothing to be brought along, move-over after its day,
 * move-rests with Retry-After, consent-missing, idempotency-key-reused, too-many-requests, session-over
 */
export function consent(
  ports: Ports,
  caller: HolderCaller,
  { consent: given }: ConsentBody,
  idempotencyKey: IdempotencyKey,
): Promise<HolderView> {
  return openByHolder(ports, caller, 'move', idempotencyKey, async () => {
    const credential = await readCredential(ports, caller.holderId);
    if (credential === undefined) throw new Problem('credential-missing');
    const { state, reason, movable, handle } = credential;
    if (state === 'void' && reason === 'superseded') throw new Problem('move-over');
    if (state === 'void') throw new Problem('credential-void');
    if (state === 'suspended') throw new Problem('credential-suspended');
    if (state !== 'unusable' || movable === undefined) throw new Problem('credential-state-other');
    const wait = movable.from - ports.now();
    if (wait > 0) throw new Problem('move-rests', { retryAfter: Math.ceil(wait / 1000) });
    return {
      ceremony: 'move',
      consent: given,
      asked: { by: 'holder' },
      shows: { shows: 'credential', credential: handle },
      event: { event: 'move-opened', by: 'holder', voice: given.voice },
    };
  });
}
