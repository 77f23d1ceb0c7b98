import { createPublicKey, type KeyObject } from 'node:crypto';
import { Compile } from 'typebox/compile';
import { KeyListClaims, type PublicJwk } from '../../../../shared/contract/authority/keys.ts';
import { pointOf } from '../../../../shared/jws/public-jwk.ts';
import { limits } from '../../../../shared/limits.ts';
import { keyIdOf, readSigned, SignedTextRefused } from './read-signed.ts';

const KeyListSchema = Compile(KeyListClaims);

/** A key list that the pinned root has signed, with its keys made ready. */
export interface TrustedKeys {
  text: string;
  claims: KeyListClaims;
  sign: ReadonlyMap<string, KeyObject>;
}

/**
 * Keeps the newest key list of the authority. Every list is checked against the pinned root: its signature, its lifetime
 * (with `limits.clockSkew`), and that its version is not below the newest that this process has seen.
 */
export function authorityKeyList(options: {
  root: PublicJwk;
  now: () => number;
  fetchList: () => Promise<string>;
}) {
  const { now, fetchList } = options;
  const root = createPublicKey({ key: { ...options.root }, format: 'jwk' });
  let newest: TrustedKeys | undefined;
  let fetching: Promise<TrustedKeys> | undefined;

  /** @throws SignedTextRefused */
  function learn(text: string): TrustedKeys {
    const list = text === newest?.text ? newest : readList(text);
    if (list.claims.exp * 1000 + limits.clockSkew <= now())
      throw new SignedTextRefused('the key list has expired');
    if (list.claims.iat * 1000 > now() + limits.clockSkew)
      throw new SignedTextRefused('the key list is of the future');
    if (newest !== undefined && list.claims.version < newest.claims.version)
      throw new SignedTextRefused('the key list is older than one seen before');
    newest = list;
    return list;
  }

  function readList(text: string): TrustedKeys {
    if (keyIdOf(text, 'lz-keys+jwt') !== 'root')
      throw new SignedTextRefused('the key list names another root');
    const claims = readSigned(text, 'lz-keys+jwt', root, KeyListSchema);
    const sign = new Map(claims.sign.map(({ kid, jwk }) => [kid, makeKey(jwk)]));
    if (sign.size !== claims.sign.length) throw new SignedTextRefused('the key list names a key twice');
    return { text, claims, sign };
  }

  /** One request at a time, however many wait for it. */
  function fetchAnew(): Promise<TrustedKeys> {
    fetching ??= fetchList()
      .then(learn)
      .finally(() => {
        fetching = undefined;
      });
    return fetching;
  }

  /** The list that has the key: the newest known, or else the one that the authority publishes now. @throws SignedTextRefused */
  async function withKey(kid: string): Promise<{ keys: TrustedKeys; key: KeyObject }> {
    const known = newest?.sign.get(kid);
    if (newest !== undefined && known !== undefined && newest.claims.exp * 1000 + limits.clockSkew > now())
      return { keys: newest, key: known };
    const keys = await fetchAnew();
    const key = keys.sign.get(kid);
    if (key === undefined) throw new SignedTextRefused('signed by a key that the key list does not name');
    return { keys, key };
  }

  return { learn, withKey };
}

function makeKey(jwk: PublicJwk): KeyObject {
  try {
    pointOf(jwk);
    return createPublicKey({ key: { ...jwk }, format: 'jwk' });
  } catch {
    throw new SignedTextRefused('the key list holds a point that is not on the curve');
  }
}
