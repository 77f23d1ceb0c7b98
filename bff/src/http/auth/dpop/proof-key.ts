import { createPublicKey, hash, type KeyObject } from 'node:crypto';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { PublicJwk } from '../../../../../shared/jws/public-jwk.ts';
import { readJwsPart } from '../../../../../shared/jws/read-part.ts';
import * as limits from '../../../../../shared/limits.ts';
import { Problem } from '../../../../../shared/problem.ts';

const coordinate = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });

/** The header of a proof, and nothing else: no other algorithm, no other kind of key, no private half, no `crit`. */
const header = Compile(
  Type.Object({
    typ: Type.Literal('dpop+jwt'),
    alg: Type.Literal('ES256'),
    jwk: Type.Object({
      kty: Type.Literal('EC'),
      crv: Type.Literal('P-256'),
      x: coordinate,
      y: coordinate,
      d: Type.Optional(Type.Never()),
    }),
    crit: Type.Optional(Type.Never()),
  }),
);

export interface ProofKey {
  key: KeyObject;
  /** RFC 7638, SHA-256, base64url, of the imported key. */
  thumbprint: string;
}

/**
 * Answers the key that a proof's header (base64url) names. A device sends the same header each time: those that were
 * `keep`t after a good signature are found by their text.
 */
export function proofKeys(): { read(encoded: string): ProofKey; keep(encoded: string, key: ProofKey): void } {
  const kept = new Map<string, ProofKey>();
  return {
    read: (encoded) => kept.get(encoded) ?? readKey(encoded),
    keep(encoded, key) {
      if (kept.has(encoded)) return;
      if (kept.size >= limits.keptProofKeys) for (const oldest of kept.keys()) if (kept.delete(oldest)) break;
      kept.set(encoded, key);
    },
  };
}

function readKey(encoded: string): ProofKey {
  const named = jsonOf(encoded);
  if (!header.Check(named)) throw new Problem('dpop-invalid');
  const { kty, crv, x, y } = named.jwk;
  const key = imported(named.jwk);
  const spelled = key.export({ format: 'jwk' });
  // The importer passes over spare bits, so that one key would have up to sixteen texts.
  if (spelled.x !== x || spelled.y !== y) throw new Problem('dpop-invalid');
  const members = JSON.stringify({ crv, kty, x: spelled.x, y: spelled.y });
  return { key, thumbprint: hash('sha256', members, 'base64url') };
}

function imported({ kty, crv, x, y }: PublicJwk): KeyObject {
  try {
    return createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
  } catch (cause) {
    throw new Problem('dpop-invalid', { cause });
  }
}

/** @throws Problem dpop-invalid */
export function jsonOf(encoded: string): unknown {
  try {
    return readJwsPart(encoded);
  } catch (cause) {
    throw new Problem('dpop-invalid', { cause });
  }
}
