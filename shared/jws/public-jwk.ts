import { decodeBase64url, encodeBase64url } from '../bytes/base64url.ts';
import { concatBytes } from '../bytes/concat.ts';
import { JwsError } from './jws-error.ts';
import { p256 } from './p256.ts';

/** A P-256 public key (RFC 7518 section 6.2.1). Further members, such as `kid`, are allowed and not read. */
export interface PublicJwk {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
}

/** The public half of a private key of 32 bytes. */
export function publicJwkOf(privateKey: Uint8Array): PublicJwk {
  const point = p256.getPublicKey(privateKey, false);
  return {
    kty: 'EC',
    crv: 'P-256',
    x: encodeBase64url(point.subarray(1, 33)),
    y: encodeBase64url(point.subarray(33)),
  };
}

/** 04|x|y. @throws JwsError `key-invalid` */
export function pointOf(jwk: PublicJwk): Uint8Array {
  if (jwk.kty !== 'EC' || jwk.crv !== 'P-256') throw new JwsError('key-invalid', 'jwk: not a P-256 key');
  const point = concatBytes(Uint8Array.of(4), coordinate(jwk.x), coordinate(jwk.y));
  if (!p256.utils.isValidPublicKey(point, false))
    throw new JwsError('key-invalid', 'jwk: not a point of P-256');
  return point;
}

function coordinate(text: string): Uint8Array {
  const bytes = decodeCoordinate(text);
  if (bytes.length !== 32) throw new JwsError('key-invalid', 'jwk: a coordinate has 32 bytes');
  return bytes;
}

function decodeCoordinate(text: string): Uint8Array {
  try {
    return decodeBase64url(text);
  } catch {
    throw new JwsError('key-invalid', 'jwk: a coordinate is base64url');
  }
}
