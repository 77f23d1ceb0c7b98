import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { KeyListClaims } from '../../../shared/contract/authority/keys.ts';
import { verifyEs256 } from '../../../shared/jws/verify-es256.ts';
import * as limits from '../../../shared/limits.ts';
import type { SealKey } from '../../../shared/seal/types.ts';
import { flag, type Guard, list, moment, oneOf, record, text, whole } from './guards.ts';
import type { TrustAnchor } from './holder.ts';
import { HolderProblem } from './holder-problem.ts';

const coordinate = text(/^[A-Za-z0-9_-]{43}$/);
const jwk = record({ kty: oneOf(['EC']), crv: oneOf(['P-256']), x: coordinate, y: coordinate });
const isKeyList: Guard<KeyListClaims> = record({
  iss: text(),
  version: whole(1),
  iat: whole(0),
  exp: whole(0),
  sandbox: flag,
  sign: list(record({ kid: text(), jwk }), 1, 8),
  former: list(record({ kid: text(), jwk, retiredAt: moment }), 0, limits.formerKeysMost),
  seal: list(
    record({ keyId: text(), suite: oneOf([1, 17]), publicKey: text(/^[A-Za-z0-9_-]{43,90}$/) }),
    1,
    8,
  ),
  registrars: list(text(), 0, 8),
});

/**
 * The authority's key list, if the pinned root signed it, it is current and no older than one seen before.
 * @throws HolderProblem authority-untrusted
 */
export function checkKeyList(
  jws: string,
  expected: { trust: TrustAnchor; newestVersion: number; now: number },
): KeyListClaims {
  const { trust, newestVersion, now } = expected;
  const claims = openKeyList(jws, trust);
  if (claims.sandbox !== trust.sandbox) throw untrusted('key-list-sandbox');
  if (claims.exp * 1000 + limits.clockSkew < now) throw untrusted('key-list-expired');
  if (claims.iat * 1000 - limits.clockSkew > now) throw untrusted('key-list-not-yet');
  if (claims.version < newestVersion) throw untrusted('key-list-older');
  return claims;
}

/** The key of that id, to seal to. @throws HolderProblem authority-untrusted */
export function sealKeyOf(keyList: KeyListClaims, keyId: string): SealKey {
  const found = keyList.seal.find((key) => key.keyId === keyId);
  if (found === undefined) throw untrusted('seal-key-unknown');
  try {
    return { keyId, suite: found.suite, publicKey: decodeBase64url(found.publicKey) };
  } catch (cause) {
    throw new HolderProblem('authority-untrusted', { why: 'seal-key-unreadable', cause });
  }
}

export function untrusted(why: string, cause?: unknown): HolderProblem {
  return new HolderProblem('authority-untrusted', { why, cause });
}

function openKeyList(jws: string, trust: TrustAnchor): KeyListClaims {
  let claims: unknown;
  try {
    claims = verifyEs256({
      jws,
      type: 'lz-keys+jwt',
      keyOf: (kid) => (kid === 'root' ? trust.root : undefined),
    });
  } catch (cause) {
    throw untrusted('key-list-signature', cause);
  }
  if (!isKeyList(claims)) throw untrusted('key-list-form');
  return claims;
}
