import type { PublicJwk } from '../../../shared/jws/public-jwk.ts';

/** The authority's root key as pinned in the package. A sandbox root vouches for sandbox keys only, and no other for them. */
export interface TrustAnchor {
  root: PublicJwk;
  sandbox: boolean;
}
