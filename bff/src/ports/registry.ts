import type { Registrant, Registration } from '../../../shared/contract/authority/registration.ts';
import type { QuotasChosen } from '../../../shared/contract/operator/terms.ts';
import type { WordPolicy } from '../../../shared/counter-word.ts';
import type { CounterId, RpId } from '../../../shared/ids.ts';
import type { Level } from '../../../shared/levels.ts';
import type { Purpose, Scene } from '../../../shared/scenes.ts';

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
  /** What a check may be for, by scene; all of the scene's where nothing is chosen. */
  purposes?: Partial<Record<Scene, readonly Purpose[]>>;
  /** The least level of a credential, by scene; never below that of the scene. */
  levels?: Partial<Record<Scene, Level>>;
}

/** A key that counts at this moment. */
export interface CounterKey extends PublicSigningKey {
  kid: string;
  /** Until when, epoch milliseconds: nor do tokens that it got outlive it. */
  until?: number;
}

/** A counter is an OAuth client of its own: `client_id` is its id, its assertions are signed by one of its own keys. */
export interface Counter {
  id: CounterId;
  rpId: RpId;
  /** The newest first. */
  keys: readonly CounterKey[];
  registered: Registered;
  /** Where pages of its own may call from (RFC 6454 origins); none where absent. */
  origins?: readonly string[];
  /** What the operator chose in place of what everybody may make and hold: for this counter, and for all of its RP together. */
  quotas?: QuotasChosen;
  rpQuotas?: QuotasChosen;
}

/** The registrar's statement about a counter: signed, for the phone to check, and what it says. */
export interface Registered extends Pick<Registrant, 'rpName' | 'counterName' | 'place' | 'scenes'> {
  signed: Registration;
  /** Epoch milliseconds. From then on nobody believes it, and the counter is not offered. */
  expiresAt: number;
}

/** Who is registered at this moment, whichever process changed it last; undefined for all others. */
export interface Registry {
  /** One that was revoked too: what was decided for it before is still signed, for it alone. */
  rp(id: RpId): Promise<RelyingParty | undefined>;
  /** Whether an RP is registered and was not revoked. */
  isActive(id: RpId): Promise<boolean>;
  /** Neither one that was revoked, nor one of a revoked RP. */
  counter(id: string): Promise<Counter | undefined>;
  /** Whether pages of that origin may call for some counter: a preflight does not say for which. */
  isOrigin(origin: string): Promise<boolean>;
}
