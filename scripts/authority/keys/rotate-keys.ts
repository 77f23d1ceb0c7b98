import { decodeBase64url, encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { publicJwkOf } from '../../../shared/jws/public-jwk.ts';
import * as limits from '../../../shared/limits.ts';
import { makeSealKey } from '../../../shared/seal/make-seal-key.ts';
import type { KeyFile } from './key-file.ts';

/** A replaced key stays in use for as long as anything signed or sealed with it can still come back to be answered. */
const graceTime = limits.resultRetention;
const generations = limits.keyGenerations;

/**
 * A new sign key and new seal keys of both suites. The replaced ones stay for a grace time; root and registrar stay. Of sign keys that go the public half stays for
 * what holders keep, their receipts, and the private half is gone.
 * @param old undefined makes the first generation, its root included
 */
export function rotateKeys(old: KeyFile | undefined, random: Random, now: number): KeyFile {
  const version = (old?.version ?? 0) + 1;
  const kept = <T extends { retiredAt: number }>(keys: readonly T[], most: number): T[] =>
    keys
      .map((key) => (key.retiredAt === 0 ? { ...key, retiredAt: now } : key))
      .filter((key) => now - key.retiredAt < graceTime)
      .slice(0, most);
  const sign = kept(old?.sign ?? [], generations - 1);
  const name = `${version}-${encodeBase64url(random(6))}`;
  return {
    version,
    root: old?.root ?? encodeBase64url(makeDeviceKey(random).privateKey),
    registrar: old?.registrar ?? newRegistrar(random),
    formerRegistrars: standingRegistrars(old, now),
    sign: [
      {
        kid: `sandbox-sign-${name}`,
        privateKey: encodeBase64url(makeDeviceKey(random).privateKey),
        retiredAt: 0,
      },
      ...sign,
    ],
    formerSign: formerSign(old, sign, now),
    seal: [
      newSealKey(`sandbox-seal-sm-${name}`, 1, random),
      newSealKey(`sandbox-seal-hpke-${name}`, 17, random),
      ...kept(old?.seal ?? [], 2 * (generations - 1)),
    ],
  };
}

/** Those that are in use no more, the newest first, as long as a receipt lives. */
function formerSign(
  old: KeyFile | undefined,
  inUse: KeyFile['sign'],
  now: number,
): NonNullable<KeyFile['formerSign']> {
  const gone = (old?.sign ?? [])
    .filter(({ kid }) => !inUse.some((key) => key.kid === kid))
    .map(({ kid, privateKey, retiredAt }) => ({
      ...{ kid, jwk: publicJwkOf(decodeBase64url(privateKey)) },
      retiredAt: retiredAt === 0 ? now : retiredAt,
    }));
  return [...gone, ...(old?.formerSign ?? [])]
    .filter(({ retiredAt }) => now - retiredAt < limits.receiptRetention)
    .slice(0, limits.formerKeysMost);
}

function newSealKey(keyId: string, suite: 1 | 17, random: Random): KeyFile['seal'][number] {
  const { key, privateKey } = makeSealKey({ keyId, suite, random });
  return {
    keyId,
    suite,
    publicKey: encodeBase64url(key.publicKey),
    privateKey: encodeBase64url(privateKey.privateKey),
    retiredAt: 0,
  };
}

/** A registrar's certificate counts no longer than its lifetime, and what is said under it neither. */
function standingRegistrars(old: KeyFile | undefined, now: number): NonNullable<KeyFile['formerRegistrars']> {
  return (old?.formerRegistrars ?? []).filter(({ retiredAt }) => now - retiredAt < limits.registrarLifetime);
}

/** So many registrars, the present one among them, fit into a key list. */
const registrarsMost = 8;

/**
 * A new key of the registrar. What the one before has said goes on counting until it runs out.
 * @throws RangeError where the list has no room for one more that still counts
 */
export function rotateRegistrar(old: KeyFile, random: Random, now: number): KeyFile {
  const before = old.registrar === undefined ? [] : [{ kid: old.registrar.kid, retiredAt: now }];
  const formerRegistrars = [...before, ...standingRegistrars(old, now)];
  if (formerRegistrars.length >= registrarsMost)
    throw new RangeError('So many registrars before still count that the list has no room for another.');
  return { ...old, version: old.version + 1, registrar: newRegistrar(random), formerRegistrars };
}

export function newRegistrar(random: Random): NonNullable<KeyFile['registrar']> {
  return {
    kid: `sandbox-registrar-${encodeBase64url(random(6))}`,
    privateKey: encodeBase64url(makeDeviceKey(random).privateKey),
  };
}
