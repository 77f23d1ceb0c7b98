import {
  compactDecrypt,
  createRemoteJWKSet,
  errors,
  importJWK,
  type JWK,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { isResult, type ResultClaims } from './guards.ts';
import { type Doubt, NotBelieved } from './refused.ts';

export interface ResultRules {
  issuer: string;
  rpId: string;
  /** The private half of the encryption key that the relying party registered. */
  decryptionKey?: JWK | undefined;
  /** Whether results of synthetic people count: in tests alone. */
  allowSandbox?: boolean | undefined;
}

/** Reads a result token of that check. @throws NotBelieved, and Error of the network where the service's keys cannot be fetched */
export type VerifyResult = (token: string, sessionId: string) => Promise<ResultClaims>;

/** Seconds by which clocks may differ. */
const clockTolerance = 60;

/** The keys are fetched once, kept, and fetched again where a token names one that is not among them. */
export const remoteKeys = (jwksUri: string): JWTVerifyGetKey => createRemoteJWKSet(new URL(jwksUri));

/** A result counts where it is signed by the service, for this relying party, about this very check, and about a real person. */
export function resultVerifier(keys: JWTVerifyGetKey, rules: ResultRules): VerifyResult {
  return async (token, sessionId) => {
    const jws = token.split('.').length === 5 ? await decrypt(token, rules.decryptionKey) : token;
    const { payload } = await jwtVerify(jws, keys, {
      ...{ algorithms: ['ES256'], typ: 'lz-result+jwt', clockTolerance },
      ...{ issuer: rules.issuer, audience: rules.rpId, requiredClaims: ['exp', 'iat', 'jti'] },
    }).catch((cause: unknown) => {
      const doubt = doubtOf(cause);
      throw doubt === undefined ? cause : new NotBelieved(doubt, { cause });
    });
    if (!isResult(payload)) throw new NotBelieved('not-a-result');
    if (payload.jti !== sessionId) throw new NotBelieved('another-check');
    if (payload.sandbox && rules.allowSandbox !== true) throw new NotBelieved('sandbox');
    return payload;
  };
}

async function decrypt(token: string, key: JWK | undefined): Promise<string> {
  if (key === undefined) throw new NotBelieved('no-key');
  const opened = await compactDecrypt(token, await importJWK(key, 'ECDH-ES+A256KW'), {
    keyManagementAlgorithms: ['ECDH-ES+A256KW'],
    contentEncryptionAlgorithms: ['A256GCM'],
  }).catch((cause: unknown) => {
    throw new NotBelieved('unreadable', { cause });
  });
  return new TextDecoder().decode(opened.plaintext);
}

/** undefined where it is no fault of the token. */
function doubtOf(cause: unknown): Doubt | undefined {
  if (cause instanceof errors.JWTExpired) return 'too-old';
  if (cause instanceof errors.JWTClaimValidationFailed) {
    if (cause.claim === 'aud') return 'another-party';
    if (cause.claim === 'iss') return 'another-service';
    return 'not-a-result';
  }
  if (cause instanceof errors.JWSSignatureVerificationFailed || cause instanceof errors.JWKSNoMatchingKey)
    return 'signature';
  if (cause instanceof errors.JWKSTimeout) return undefined;
  return cause instanceof errors.JOSEError && cause.code !== 'ERR_JOSE_GENERIC' ? 'unreadable' : undefined;
}
