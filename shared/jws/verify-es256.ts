import { decodeBase64url } from '../bytes/base64url.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import * as limits from '../limits.ts';
import { JwsError } from './jws-error.ts';
import { p256 } from './p256.ts';
import { type PublicJwk, pointOf } from './public-jwk.ts';
import { readJwsPart } from './read-part.ts';

export interface VerifyInput {
  jws: string;
  /** The key of that id which the caller trusts for this purpose, or undefined. */
  keyOf: (kid: string) => PublicJwk | undefined;
  /** The expected `typ`, so that a text signed for one purpose is not taken for another (RFC 8725 section 3.11). */
  type: string;
}

/**
 * The payload of a compact JWS with ES256, whose meaning (`aud`, `exp`, ...) the caller still has to check.
 * @throws JwsError
 */
export function verifyEs256({ jws, keyOf, type }: VerifyInput): unknown {
  if (jws.length > limits.signedText) throw new JwsError('malformed', 'jws: too long');
  const [head, payload, signature, ...rest] = jws.split('.');
  if (head === undefined || payload === undefined || signature === undefined || rest.length > 0) {
    throw new JwsError('malformed', 'jws: not three parts');
  }
  const point = pointOf(findKey(readJwsPart(head), keyOf, type));
  const signatureBytes = decodeSignature(signature);
  const signed = encodeUtf8(`${head}.${payload}`);
  if (signatureBytes.length !== 64 || !p256.verify(signatureBytes, signed, point, { lowS: false })) {
    throw new JwsError('bad-signature', 'jws: the signature does not fit');
  }
  return readJwsPart(payload);
}

function findKey(header: unknown, keyOf: VerifyInput['keyOf'], type: string): PublicJwk {
  if (typeof header !== 'object' || header === null || Array.isArray(header)) {
    throw new JwsError('malformed', 'jws: the header is not an object');
  }
  const members = new Map<string, unknown>(Object.entries(header));
  if (members.get('alg') !== 'ES256') throw new JwsError('wrong-algorithm', 'jws: not ES256');
  if (members.has('crit')) throw new JwsError('critical-header', 'jws: critical extensions');
  if (members.get('typ') !== type) throw new JwsError('wrong-type', 'jws: another type than expected');
  const kid = members.get('kid');
  const key = typeof kid === 'string' ? keyOf(kid) : undefined;
  if (key === undefined) throw new JwsError('unknown-key', 'jws: no such key');
  return key;
}

function decodeSignature(text: string): Uint8Array {
  try {
    return decodeBase64url(text);
  } catch {
    throw new JwsError('malformed', 'jws: not base64url');
  }
}
