import { hash, verify } from 'node:crypto';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { decodeBase64url } from '../../../../../shared/bytes/base64url.ts';
import * as limits from '../../../../../shared/limits.ts';
import { Problem } from '../../../../../shared/problem.ts';
import type { OneTimeId, ReplayGuard } from '../../../ports/replay.ts';
import { isSameUri } from './is-same-uri.ts';
import type { Nonces } from './nonce.ts';
import { jsonOf, type ProofKey, proofKeys } from './proof-key.ts';

const claims = Compile(
  Type.Object({
    jti: Type.String({ minLength: 8, maxLength: 128 }),
    htm: Type.String(),
    htu: Type.String(),
    iat: Type.Number(),
    ath: Type.Optional(Type.String()),
    nonce: Type.Optional(Type.String()),
  }),
);
const pattern = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{86})$/;

/** A proof and what it must prove. */
export interface ProofOf {
  /** The DPoP header as it came. */
  proof: string | string[] | undefined;
  expectedMethod: string;
  /** Without query and fragment. */
  expectedUrl: string;
  /** Absent at login: then neither `ath` nor a nonce is expected. */
  token?: { text: string; thumbprint: string };
}

/** Answers the thumbprint of the device key that made the proof. */
export type CheckProof = (asked: ProofOf) => Promise<string>;

/** A proof can be offered this long at most; its id is remembered as long. */
const proofWindow = limits.dpopProofMaxAge + 2 * limits.clockSkew;

/**
 * Checks DPoP proofs (RFC 9449 section 4.3). Cheap checks come first, then the signature, and only a proof that is good in
 * all else is remembered as used.
 * @throws Problem dpop-missing, dpop-invalid, dpop-nonce-stale, dpop-replayed, too-many-requests
 */
export function proofChecker({
  now,
  nonces,
  replay,
}: {
  now: () => number;
  nonces: Nonces;
  replay: ReplayGuard;
}): CheckProof {
  const keys = proofKeys();
  return async ({ proof, expectedMethod, expectedUrl, token }) => {
    if (proof === undefined) throw new Problem('dpop-missing');
    if (typeof proof !== 'string' || proof.length > limits.dpopProof) throw new Problem('dpop-invalid');
    const [, header, payload, signature] = pattern.exec(proof) ?? [];
    if (header === undefined || payload === undefined || signature === undefined)
      throw new Problem('dpop-invalid');

    const said = jsonOf(payload);
    if (!claims.Check(said)) throw new Problem('dpop-invalid');
    if (said.htm !== expectedMethod || !isSameUri(said.htu, expectedUrl)) throw new Problem('dpop-invalid');
    const age = now() - said.iat * 1000;
    if (age > limits.dpopProofMaxAge + limits.clockSkew || age < -limits.clockSkew)
      throw new Problem('dpop-invalid');

    const made = keys.read(header);
    if (token !== undefined) {
      if (made.thumbprint !== token.thumbprint) throw new Problem('dpop-invalid');
      if (said.ath !== hash('sha256', token.text, 'base64url')) throw new Problem('dpop-invalid');
      if (said.nonce === undefined || !nonces.accepts(said.nonce)) throw new Problem('dpop-nonce-stale');
    }
    const good = verify(
      'sha256',
      Buffer.from(`${header}.${payload}`),
      { key: made.key, dsaEncoding: 'ieee-p1363' },
      signatureOf(signature),
    );
    if (!good) throw new Problem('dpop-invalid');
    keys.keep(header, made);
    if (!(await replay(token === undefined ? loginProof(made, said) : laterProof(made, said))))
      throw new Problem('dpop-replayed');
    return made.thumbprint;
  };
}

function signatureOf(text: string): Uint8Array {
  try {
    return decodeBase64url(text);
  } catch (cause) {
    throw new Problem('dpop-invalid', { cause });
  }
}

/** What a proof says of itself: `iat` in seconds. */
interface Named {
  jti: string;
  iat: number;
}

/** Counted together and apart from all others: strangers who log in cannot use up the room of those who have. */
function loginProof({ thumbprint }: ProofKey, { jti, iat }: Named): OneTimeId {
  const id = `${thumbprint} ${jti}`;
  const quota = { quota: 'login-proofs', subject: '' } as const;
  return { scope: 'login-proof', id, madeAt: iat * 1000, window: proofWindow, quota, flush: true };
}

/**
 * Not flushed, as there is one for each call: what a loss of power forgets was made with a nonce that nobody takes after it. A call
 * is counted here, so that what a phone sends beyond its quota is not remembered, and what somebody repeats is not held against it.
 */
function laterProof({ thumbprint }: ProofKey, { jti: id, iat }: Named): OneTimeId {
  const scope = `proof ${thumbprint}`;
  const quota = { quota: 'calls-by-device', subject: thumbprint } as const;
  return { scope, id, madeAt: iat * 1000, window: proofWindow, quota, flush: false };
}
