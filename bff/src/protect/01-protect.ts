import type { HolderView } from '../../../shared/contract/holder-view.ts';
import type { ProtectBody } from '../../../shared/contract/protect/01-protect.ts';
import { mayMove } from '../../../shared/credentials.ts';
import { Problem } from '../../../shared/problem.ts';
import { openByHolder } from '../attempt/open-by-holder.ts';
import { readCredential } from '../credential/credential.ts';
import type { HolderCaller, IdempotencyKey } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * The holder begins what weakens: it counts once the own face, and the voice where one is to be heard, has passed at the level of the
 * credential.
 * @throws Problem credential-missing, credential-state-other, consent-missing, idempotency-key-reused, too-many-requests, session-over
 */
export function protectCredential(
  ports: Ports,
  caller: HolderCaller,
  { act, consent }: ProtectBody,
  idempotencyKey: IdempotencyKey,
): Promise<HolderView> {
  return openByHolder(ports, caller, 'protect', idempotencyKey, async () => {
    const credential = await readCredential(ports, caller.holderId);
    if (credential === undefined) throw new Problem('credential-missing');
    if (!mayMove(credential.state, act)) throw new Problem('credential-state-other');
    return {
      ceremony: 'protect',
      consent,
      asked: { by: 'holder', act, level: credential.level },
      shows: { shows: 'credential', credential: credential.handle },
      event: { event: 'protection-opened', by: 'holder', act },
    };
  });
}
