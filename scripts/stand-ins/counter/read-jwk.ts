import { readFileSync } from 'node:fs';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import { JwsError } from '../../../shared/jws/jws-error.ts';
import { type PublicJwk, pointOf, publicJwkOf } from '../../../shared/jws/public-jwk.ts';

/** A private key as JWK (RFC 7518 section 6.2.2). Whoever made it may have named it by a `kid`, or not. */
export type PrivateJwk = PublicJwk & { d: string; kid?: string };

/** What a file holds of a key: the public half, and the private one where it is there. */
export interface KeyFile {
  open: PublicJwk & { kid?: string };
  secret: PrivateJwk | undefined;
}

/**
 * A key on P-256 as any library writes it as a JWK: what else stands in it (`key_ops`, `ext`, `alg`, `use` ...) is passed over (RFC 7517
 * section 4).
 * @throws Error in a sentence that shows nothing of the key
 */
export function readJwk(path: string): KeyFile {
  const members = membersOf(path, readFileSync(path, 'utf8'));
  const text = (name: string) => {
    const value = members.get(name);
    return typeof value === 'string' ? value : '';
  };
  const [kty, crv, kid, d] = [text('kty'), text('crv'), text('kid'), text('d')];
  if (members.has('keys')) throw new Error(`${path} is a set of keys: take the one that is meant out of it.`);
  if (kty === '') throw new Error(`${path} is no JWK: it has no kty.`);
  if (kty !== 'EC' || crv !== 'P-256')
    throw new Error(
      `${path} is a key of another kind (${`${kty} ${crv}`.trim()}): a counter's is EC on P-256.`,
    );
  const open = { kty, crv, x: text('x'), y: text('y'), ...(kid !== '' && { kid }) } as const;
  if (!isPoint(open)) throw new Error(`${path} is no key on P-256: its x and y are no point of the curve.`);
  if (!members.has('d')) return { open, secret: undefined };
  if (!fits(d, open))
    throw new Error(`${path} is two keys: its private half (d) does not belong to its x and y.`);
  return { open, secret: { ...open, d } };
}

/** The private key of a file, by which a counter signs or reads. @throws Error in a sentence */
export function readPrivateKey(path: string): PrivateJwk {
  const { secret } = readJwk(path);
  if (secret === undefined)
    throw new Error(`${path} holds the public half alone: the private key, with its d, is wanted here.`);
  return secret;
}

function membersOf(path: string, content: string): Map<string, unknown> {
  if (content.includes('-----BEGIN'))
    throw new Error(
      `${path} is PEM, and a JWK is wanted: node -p 'JSON.stringify(crypto.createPrivateKey(fs.readFileSync("${path}")).export({ format: "jwk" }))'`,
    );
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value === 'object' && value !== null) return new Map(Object.entries(value));
  } catch {
    // The fault of the parser repeats what it read.
  }
  throw new Error(`${path} is no JWK: it is not a JSON object.`);
}

function isPoint(jwk: PublicJwk): boolean {
  try {
    pointOf(jwk);
    return true;
  } catch (fault) {
    if (fault instanceof JwsError) return false;
    throw fault;
  }
}

function fits(d: string, { x, y }: PublicJwk): boolean {
  try {
    const own = publicJwkOf(decodeBase64url(d));
    return own.x === x && own.y === y;
  } catch {
    return false;
  }
}
