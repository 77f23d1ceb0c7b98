import { type KeyObject, verify } from 'node:crypto';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { decodeBase64url } from '../../../../shared/bytes/base64url.ts';
import { exact } from '../../../../shared/contract/schema.ts';
import { readJwsPart } from '../../../../shared/jws/read-part.ts';

/** Nothing but these three: so no `crit`, no `jwk`, no `b64`, no other algorithm. */
const SignedHeader = Compile(
  exact({
    alg: Type.Literal('ES256'),
    typ: Type.String(),
    kid: Type.String({ minLength: 1, maxLength: 100 }),
  }),
);

/** A schema, compiled once. */
export interface Schema<Claims> {
  Check(value: unknown): value is Claims;
}

/** Why a signed text was refused, in words for the operator; never its content. */
export class SignedTextRefused extends Error {
  override readonly name = 'SignedTextRefused';
}

/** The key id that a compact JWS names, before anything of it is trusted. @throws SignedTextRefused */
export function keyIdOf(text: string, type: string): string {
  return readHeader(text.slice(0, text.indexOf('.')), type).kid;
}

/**
 * Reads the claims of a compact JWS (RFC 7515) with ES256 and exactly the given `typ`, signed by `key`.
 * The signature is checked before the claims are parsed. @throws SignedTextRefused
 */
export function readSigned<Claims>(
  text: string,
  type: string,
  key: KeyObject,
  schema: Schema<Claims>,
): Claims {
  const [header = '', payload = '', signature = '', ...more] = text.split('.');
  if (more.length > 0) throw new SignedTextRefused(`${type}: not a compact JWS`);
  readHeader(header, type);
  const bytes = signatureOf(signature, type);
  const signed = Buffer.from(`${header}.${payload}`, 'latin1');
  if (bytes.length !== 64 || !verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, bytes))
    throw new SignedTextRefused(`${type}: the signature is not right`);
  const claims = parsePart(payload, type);
  if (!schema.Check(claims)) throw new SignedTextRefused(`${type}: the claims do not fit the contract`);
  return claims;
}

function readHeader(part: string, type: string): { kid: string } {
  const header = parsePart(part, type);
  if (!SignedHeader.Check(header)) throw new SignedTextRefused(`${type}: not an ES256 header with a key id`);
  if (header.typ !== type) throw new SignedTextRefused(`${type}: of another type`);
  return header;
}

function parsePart(part: string, type: string): unknown {
  try {
    return readJwsPart(part);
  } catch {
    throw new SignedTextRefused(`${type}: not JSON in UTF-8 in base64url`);
  }
}

function signatureOf(part: string, type: string): Uint8Array {
  try {
    return decodeBase64url(part);
  } catch {
    throw new SignedTextRefused(`${type}: the signature is not base64url`);
  }
}
