import type { CredentialState } from '../../../shared/credentials.ts';

/** Why a credential in that state cannot be shown; undefined where it can. A card that is reported lost is the authority's to judge. */
export function refusalOfState(state: CredentialState) {
  switch (state) {
    case 'active':
    case 'card-reported-lost':
      return undefined;
    case 'frozen':
      return 'credential-frozen';
    case 'suspended':
      return 'credential-suspended';
    case 'unusable':
      return 'credential-unusable';
    case 'void':
      return 'credential-void';
  }
}
