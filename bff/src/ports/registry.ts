import type { Registrant, Registration } from '../../../shared/contract/authority/registration.ts';
import type { WordPolicy } from '../../../shared/counter-word.ts';
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
  scenes: readonly Scene[];
  encryptionKey?: PublicSigningKey & { kid: string };
  /** When the counter word is demanded, by scene; what is not chosen is as `wordPolicyOf` says. */
  counterWord?: Partial<Record<Scene, WordPolicy>>;
}

/** A counter is an OAuth client of its own: `client_id` is its id, its assertions are signed by its own key. */
export interface Counter {
  id: CounterId;
  rpId: RpId;
  key: PublicSigningKey & { kid: string };
  registered: Registered;
  /** Where pages of its own may call from (RFC 6454 origins); none where absent. */
  origins?: readonly string[];
}

/** The registrar's statement about a counter: signed, for the phone to check, and what it says. */
export interface Registered extends Pick<Registrant, 'rpName' | 'counterName' | 'place' | 'scenes'> {
  signed: Registration;
  /** Epoch milliseconds. From then on nobody believes it, and the counter is not offered. */
  expiresAt: number;
}

/** Who is registered at this moment; undefined for all others. */
export interface Registry {
  rp(id: RpId): Promise<RelyingParty | undefined>;
  counter(id: string): Promise<Counter | undefined>;
  /** Whether pages of that origin may call for some counter: a preflight does not say for which. */
  isOrigin(origin: string): Promise<boolean>;
}
