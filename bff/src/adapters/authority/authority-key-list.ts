import { createPublicKey, type KeyObject } from 'node:crypto';
import { Compile } from 'typebox/compile';
import { KeyListClaims, type PublicJwk } from '../../../../shared/contract/authority/keys.ts';
import { pointOf } from '../../../../shared/jws/public-jwk.ts';
import * as limits from '../../../../shared/limits.ts';
import { keyIdOf, readSigned, SignedTextRefused } from './read-signed.ts';
import type { SeenKeyList } from './seen-key-list.ts';

const KeyListSchema = Compile(KeyListClaims);

/** A key list that the pinned root has signed, with its keys made ready. */
export interface TrustedKeys {
  text: string;
  claims: KeyListClaims;
  sign: ReadonlyMap<string, KeyObject>;
  /** Those that sign no more, and when each was replaced, epoch milliseconds. */
  former: ReadonlyMap<string, { key: KeyObject; retiredAt: number }>;
}

/**
 * Keeps the newest key list of the authority. Every list is checked against the pinned root: its signature, its lifetime
 * (with `limits.clockSkew`), and that its version is not below the newest that any process has seen. Nothing is trusted by a list
 * that is older than `limits.keyListFresh`: a key that was struck signs nothing from then on.
 */
export function authorityKeyList(options: {
  root: PublicJwk;
  now: () => number;
  fetchList: () => Promise<string>;
  seen: SeenKeyList;
}) {
  const { now, fetchList, seen } = options;
  const root = createPublicKey({ key: { ...options.root }, format: 'jwk' });
  let newest: TrustedKeys | undefined;
  let heardAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<TrustedKeys> | undefined;

  /** @throws SignedTextRefused */
  async function learn(text: string): Promise<TrustedKeys> {
    const list = text === newest?.text ? newest : readList(text);
    if (list.claims.exp * 1000 + limits.clockSkew <= now())
      throw new SignedTextRefused('the key list has expired');
    if (list.claims.iat * 1000 > now() + limits.clockSkew)
      throw new SignedTextRefused('the key list is of the future');
    const { version } = list.claims;
    const seenVersion = await seen.newest();
    // Another may have been learned while the store was asked.
    if (version < Math.max(seenVersion, newest?.claims.version ?? 0))
      throw new SignedTextRefused('the key list is older than one seen before');
    if (version > seenVersion) await seen.raise(version);
    if (newest === undefined || version >= newest.claims.version) newest = list;
    heardAt = now();
    return list;
  }

  function readList(text: string): TrustedKeys {
    if (keyIdOf(text, 'lz-keys+jwt') !== 'root')
      throw new SignedTextRefused('the key list names another root');
    const claims = readSigned(text, 'lz-keys+jwt', root, KeyListSchema);
    const sign = new Map(claims.sign.map(({ kid, jwk }) => [kid, makeKey(jwk)]));
    const former = new Map(
      claims.former.map(({ kid, jwk, retiredAt }) => [kid, { key: makeKey(jwk), retiredAt }]),
    );
    const names = new Set([...sign.keys(), ...former.keys()]);
    if (names.size !== claims.sign.length + claims.former.length)
      throw new SignedTextRefused('the key list names a key twice');
    return { text, claims, sign, former };
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

  /** The list of this moment: what was heard just now, or else what the authority publishes. @throws SignedTextRefused */
  async function current(): Promise<TrustedKeys> {
    const age = now() - heardAt;
    return newest !== undefined && age >= 0 && age < limits.keyListFresh ? newest : await fetchAnew();
  }

  /** As `current`, and where no list is to be had now the newest that was heard, until it runs out. @throws SignedTextRefused */
  async function lastKnown(): Promise<TrustedKeys> {
    try {
      return await current();
    } catch (fault) {
      if (newest === undefined || newest.claims.exp * 1000 + limits.clockSkew <= now()) throw fault;
      return newest;
    }
  }

  /** The list that has the key. @throws SignedTextRefused */
  async function withKey(kid: string): Promise<{ keys: TrustedKeys; key: KeyObject }> {
    const heard = await current();
    const keys = heard.sign.has(kid) ? heard : await fetchAnew();
    const key = keys.sign.get(kid);
    if (key === undefined) throw new SignedTextRefused('signed by a key that the key list does not name');
    return { keys, key };
  }

  /**
   * The same for what a holder keeps for weeks: also by a key that was replaced in good order, for what it signed before `retiredAt`.
   * @throws SignedTextRefused
   */
  async function withKeyOfThen(
    kid: string,
  ): Promise<{ keys: TrustedKeys; key: KeyObject; retiredAt?: number }> {
    const keys = await current();
    const before = keys.former.get(kid);
    return before === undefined ? withKey(kid) : { keys, ...before };
  }

  return { learn, current, lastKnown, withKey, withKeyOfThen };
}

function makeKey(jwk: PublicJwk): KeyObject {
  try {
    pointOf(jwk);
    return createPublicKey({ key: { ...jwk }, format: 'jwk' });
  } catch {
    throw new SignedTextRefused('the key list holds a point that is not on the curve');
  }
}
