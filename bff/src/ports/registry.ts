import type { CounterId, RpId } from '../../../shared/ids.ts';
import type { Scene } from '../../../shared/scenes.ts';

export interface PublicSigningKey {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
}

/** An RP with an encryption key gets its result tokens inside a JWE (ECDH-ES+A256KW, A256GCM). */
export interface RelyingParty {
  id: RpId;
  name: string;
  scenes: readonly Scene[];
  encryptionKey?: PublicSigningKey & { kid: string };
}

/** A counter is an OAuth client of its own: `client_id` is its id, its assertions are signed by its own key. */
export interface Counter {
  id: CounterId;
  rpId: RpId;
  name: string;
  key: PublicSigningKey & { kid: string };
}

/** Who is registered at this moment; undefined for all others. */
export interface Registry {
  rp(id: RpId): Promise<RelyingParty | undefined>;
  counter(id: string): Promise<Counter | undefined>;
}
