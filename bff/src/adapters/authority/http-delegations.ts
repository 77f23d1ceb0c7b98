import {
  authorityDelegationsCall,
  authorityEndDelegationCall,
  authorityRenewDelegationCall,
} from '../../../../shared/contract/authority/family.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import type { Delegations } from '../../ports/delegations.ts';
import { authorityAsker } from './authority-asker.ts';
import type { HttpAuthorityOptions } from './http-authority.ts';

/** Refusals of the authority that a guardian is told; all else is a fault of ours or of its own. */
const passedOn: readonly ErrorCode[] = [
  ...(['delegation-over', 'delegation-rests', 'renewal-early', 'guardian-word-refused'] as const),
];

/** The delegations of the authority over HTTP (`shared/contract/authority/family.ts`). */
export function httpDelegations(
  options: Pick<HttpAuthorityOptions, 'url' | 'apiKey'>,
): Delegations & { close(): Promise<void> } {
  const { asker, close } = authorityAsker(options, passedOn);
  const ask = {
    standing: asker(authorityDelegationsCall),
    renew: asker(authorityRenewDelegationCall),
    end: asker(authorityEndDelegationCall),
  };
  return {
    standing: async (ids) => (await ask.standing({}, { delegationIds: [...ids] })).delegations,
    renew: (delegationId, word) => ask.renew({ delegationId }, { word }),
    async end(delegationId) {
      await ask.end({ delegationId });
    },
    close,
  };
}
