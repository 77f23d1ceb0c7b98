import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { CompactEncrypt, importJWK } from 'jose';
import type { PublicJwk } from '../../../../shared/contract/authority/keys.ts';
import type { ResultClaims } from '../../../../shared/contract/verify/08-result.ts';
import type { ErasureSigner, ResultSigner } from '../../ports/ports.ts';
import type { Registry, RelyingParty } from '../../ports/registry.ts';
import { keyThatSigns } from './key-that-signs.ts';

export type PrivateJwk = PublicJwk & { d: string; kid: string };
export type PublishedJwk = PublicJwk & { kid: string; use: 'sig'; alg: 'ES256' };
/** `signsFrom` is in epoch milliseconds; without it the key has signed ever since. */
export type ResultKey = PrivateJwk & { signsFrom?: number };

export interface ResultSignerOptions {
  /** All are published, so that a key is known before it signs and a token outlives the rotation of its key. */
  keys: readonly ResultKey[];
  now(): number;
  /** `iss` of the tokens. */
  issuer: string;
  registry: Pick<Registry, 'rp'>;
  /** How long an RP may read and so trust a token, in milliseconds from the decision. */
  retention: number;
}

/**
 * Result tokens: a JWS (ES256, typ `lz-result+jwt`) for exactly one RP, inside a JWE (ECDH-ES+A256KW, A256GCM, cty JWT) where
 * the RP registered an encryption key. The level is the one that was asked for, so that no token tells more of the holder.
 * The same check gives the same claims again. `jwks` is what `/.well-known/jwks.json` answers.
 * @throws Error at the start without a usable key that signs by now; when signing, RangeError for a check of no RP that is registered
 */
export function resultSigner(options: ResultSignerOptions): {
  sign: ResultSigner;
  /** A JWS, typ `lz-erasure+jwt`. */
  signErasure: ErasureSigner;
  jwks(): { keys: PublishedJwk[] };
  /** Takes other keys in the place of those before, whole or not at all. */
  take(keys: readonly ResultKey[]): void;
} {
  const { now, issuer, registry, retention } = options;
  let { published, signers } = usable(options.keys, now());

  return {
    take(keys) {
      ({ published, signers } = usable(keys, now()));
    },
    async sign(check) {
      const rp = await registry.rp(check.rpId);
      if (rp === undefined) throw new RangeError('no relying party asked for this check');
      const issuedAt = Math.floor(check.decidedAt / 1000);
      const claims: ResultClaims = {
        iss: issuer,
        aud: check.rpId,
        jti: check.sessionId,
        iat: issuedAt,
        exp: issuedAt + Math.floor(retention / 1000),
        counter: check.counterId,
        scene: check.scene,
        level: check.level,
        purpose: check.purpose,
        outcome: check.outcome,
        openedAt: check.openedAt,
        decidedAt: check.decidedAt,
        sandbox: check.sandbox,
      };
      const { key, kid } = keyThatSigns(signers, now());
      const signed = signCompact('lz-result+jwt', kid, claims, key);
      const { encryptionKey } = rp;
      return { token: encryptionKey === undefined ? signed : await encrypt(signed, encryptionKey), kid };
    },
    signErasure(said) {
      const { key, kid } = keyThatSigns(signers, now());
      return signCompact('lz-erasure+jwt', kid, { iss: issuer, ...said }, key);
    },
    jwks: () => ({ keys: published }),
  };
}

/** @throws Error where none signs by now, a kid stands twice, or two halves do not fit */
function usable(keys: readonly ResultKey[], now: number) {
  const published = keys.map(publish);
  if (new Set(published.map(({ kid }) => kid)).size < keys.length) throw new Error('two keys with one kid');
  const signers = keys.map(asSigner);
  keyThatSigns(signers, now);
  return { published, signers };
}

function asSigner({ signsFrom = 0, kid, kty, crv, x, y, d }: ResultKey) {
  return {
    signsFrom,
    kid,
    key: createPrivateKey({ key: { kty, crv, x, y, d }, format: 'jwk' }),
  };
}

function signCompact(typ: string, kid: string, claims: object, key: KeyObject): string {
  const input = `${encode({ alg: 'ES256', typ, kid })}.${encode(claims)}`;
  const signature = sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

async function encrypt(signed: string, jwk: NonNullable<RelyingParty['encryptionKey']>): Promise<string> {
  return new CompactEncrypt(Buffer.from(signed))
    .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', cty: 'JWT', kid: jwk.kid })
    .encrypt(await importJWK({ ...jwk }, 'ECDH-ES+A256KW'));
}

/** Checks that the halves of the key belong together, and leaves the private one out. */
function publish({ kty, crv, x, y, d, kid }: ResultKey): PublishedJwk {
  const whole = createPublicKey(createPrivateKey({ key: { kty, crv, x, y, d }, format: 'jwk' })).export({
    format: 'jwk',
  });
  if (x !== whole.x || y !== whole.y) throw new Error(`the public half of the key ${kid} is another key's`);
  return { kty, crv, x, y, kid, use: 'sig', alg: 'ES256' };
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
