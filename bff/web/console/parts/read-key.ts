import { Value } from 'typebox/value';
import { PublicKey } from '../../../../shared/contract/operator/terms.ts';
import { thumbprint } from '../../../../shared/jws/thumbprint.ts';

export type ReadKey = { is: 'key'; key: PublicKey } | { is: 'private' | 'unreadable' };

/** Letters of a thumbprint that name a key where it has no name of its own. */
const kidLength = 16;

/**
 * Reads a public key that somebody pasted or chose, as a JWK (RFC 7517). What belongs to a JWK and is not asked for is left out; a key
 * without a `kid` is named by its thumbprint (RFC 7638). A private key is told from it, and goes no further.
 */
export function readKey(text: string): ReadKey {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { is: 'unreadable' };
  }
  if (typeof given !== 'object' || given === null) return { is: 'unreadable' };
  if ('d' in given) return { is: 'private' };
  const [kty, crv, x, y, kid] = ['kty', 'crv', 'x', 'y', 'kid'].map((name) => Reflect.get(given, name));
  try {
    const point = { kty: 'EC', crv: 'P-256', x: String(x), y: String(y) } as const;
    const named = typeof kid === 'string' && kid !== '' ? kid : thumbprint(point).slice(0, kidLength);
    const key = { ...point, kid: named };
    return kty === 'EC' && crv === 'P-256' && Value.Check(PublicKey, key)
      ? { is: 'key', key }
      : { is: 'unreadable' };
  } catch {
    return { is: 'unreadable' };
  }
}
