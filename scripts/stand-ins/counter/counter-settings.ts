import type { CounterId, RpId } from '../../../shared/ids.ts';
import type { PublicJwk } from '../../../shared/jws/public-jwk.ts';

/** A private key as JWK (RFC 7518 section 6.2.2). */
export type PrivateJwk = PublicJwk & { d: string; kid: string };

/** What a counter is given when it is registered. */
export interface CounterSettings {
  /** Scheme and host of the BFF, no trailing slash. */
  bffUrl: string;
  rpId: RpId;
  counterId: CounterId;
  /** Signs the counter's client assertions. */
  key: PrivateJwk;
  /** Opens result tokens, where its RP registered the public half. */
  decryptionKey?: PrivateJwk;
}
