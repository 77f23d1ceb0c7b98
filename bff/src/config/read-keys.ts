import { createPrivateKey, createPublicKey } from 'node:crypto';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import { Base64urlSchema, exact } from '../../../shared/contract/schema.ts';
import { pointOf } from '../../../shared/jws/public-jwk.ts';
import type { Config, PublicRootKey } from './config.ts';

const point = {
  kty: Type.Literal('EC'),
  crv: Type.Literal('P-256'),
  x: Base64urlSchema(43, 43),
  y: Base64urlSchema(43, 43),
};
const kid = Type.String({ minLength: 1, maxLength: 80 });
const marks = { use: Type.Optional(Type.String()), alg: Type.Optional(Type.Literal('ES256')) };

/** RFC 3339, to the minute or the second. */
const moment = Type.String({
  pattern: '^20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})$',
});
const rotation = { signsFrom: Type.Optional(moment), urgent: Type.Optional(Type.Boolean()) };

const keyFile = Compile(
  exact({
    resultKeys: Type.Array(exact({ ...point, ...marks, ...rotation, d: Base64urlSchema(43, 43), kid }), {
      minItems: 1,
      maxItems: 8,
    }),
    accessTokenSecret: Base64urlSchema(43, 43),
    holderPepper: Base64urlSchema(43, 43),
  }),
);
const rootFile = Compile(exact({ ...point, ...marks, kid: Type.Optional(kid) }));

/**
 * Reads the BFF's own keys. Answers undefined for another form, halves that do not fit, a moment that is none, one kid or one secret used twice, and
 * where it is `guarded` for keys that are marked as of a sandbox.
 */
export function readKeys(text: string, guarded: boolean): Config['keys'] | undefined {
  const file: unknown = JSON.parse(text);
  if (!keyFile.Check(file)) return undefined;
  const { resultKeys, accessTokenSecret, holderPepper } = file;
  if (accessTokenSecret === holderPepper) return undefined;
  if (guarded && resultKeys.some(isSandbox)) return undefined;
  const result = resultKeys.map(({ use: _use, alg: _alg, signsFrom, urgent = false, ...jwk }) => ({
    ...jwk,
    signsFrom: signsFrom === undefined ? 0 : Date.parse(signsFrom),
    urgent,
  }));
  if (new Set(result.map((key) => key.kid)).size < result.length) return undefined;
  for (const { kty, crv, x, y, d, signsFrom } of result) {
    const key = createPrivateKey({ key: { kty, crv, x, y, d }, format: 'jwk' });
    const whole = createPublicKey(key).export({ format: 'jwk' });
    if (whole.x !== x || whole.y !== y || Number.isNaN(signsFrom)) return undefined;
  }
  return {
    result,
    accessTokenSecret: decodeBase64url(accessTokenSecret),
    holderPepper: decodeBase64url(holderPepper),
  };
}

/** Reads the authority's pinned root, a public P-256 JWK; where it is `guarded`, none that is marked as of a sandbox. */
export function readRoot(text: string, guarded: boolean): PublicRootKey | undefined {
  const root: unknown = JSON.parse(text);
  if (!rootFile.Check(root) || (guarded && isSandbox(root))) return undefined;
  const { kty, crv, x, y } = root;
  pointOf({ kty, crv, x, y });
  return { kty, crv, x, y };
}

/** Reads one half of an RSA pair of at least 2048 bits, from PEM or from the base64 of DER; answers it as PEM. */
export function readRsa(half: 'private' | 'public', text: string): string | undefined {
  const der = () => Buffer.from(text, 'base64');
  const isPem = text.includes('-----BEGIN');
  const key =
    half === 'private'
      ? createPrivateKey(isPem ? text : { key: der(), format: 'der', type: 'pkcs8' })
      : createPublicKey(isPem ? text : { key: der(), format: 'der', type: 'spki' });
  const bits = key.asymmetricKeyType === 'rsa' ? (key.asymmetricKeyDetails?.modulusLength ?? 0) : 0;
  if (bits < 2048) return undefined;
  return key.export({ format: 'pem', type: half === 'private' ? 'pkcs8' : 'spki' }).toString();
}

function isSandbox({ kid, use }: { kid?: string; use?: string }): boolean {
  return kid?.startsWith('sandbox-') === true || use?.startsWith('sandbox') === true;
}
