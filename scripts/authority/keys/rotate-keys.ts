import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { limits } from '../../../shared/limits.ts';
import { makeSealKey } from '../../../shared/seal/make-seal-key.ts';
import type { KeyFile } from './key-file.ts';

/** A replaced key stays in the list for as long as anything signed or sealed with it can still come back. */
const graceTime = limits.resultRetention;
const generations = limits.keyGenerations;

/**
 * A new sign key and new seal keys of both suites. The replaced ones stay for a grace time; root and registrar stay.
 * @param old undefined makes the first generation, its root included
 */
export function rotateKeys(old: KeyFile | undefined, random: Random, now: number): KeyFile {
  const version = (old?.version ?? 0) + 1;
  const kept = <T extends { retiredAt: number }>(keys: readonly T[], most: number): T[] =>
    keys
      .map((key) => (key.retiredAt === 0 ? { ...key, retiredAt: now } : key))
      .filter((key) => now - key.retiredAt < graceTime)
      .slice(0, most);
  const name = `${version}-${encodeBase64url(random(6))}`;
  return {
    version,
    root: old?.root ?? encodeBase64url(makeDeviceKey(random).privateKey),
    registrar: old?.registrar ?? newRegistrar(random),
    sign: [
      {
        kid: `sandbox-sign-${name}`,
        privateKey: encodeBase64url(makeDeviceKey(random).privateKey),
        retiredAt: 0,
      },
      ...kept(old?.sign ?? [], generations - 1),
    ],
    seal: [
      newSealKey(`sandbox-seal-sm-${name}`, 1, random),
      newSealKey(`sandbox-seal-hpke-${name}`, 17, random),
      ...kept(old?.seal ?? [], 2 * (generations - 1)),
    ],
  };
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

export function newRegistrar(random: Random): NonNullable<KeyFile['registrar']> {
  return {
    kid: `sandbox-registrar-${encodeBase64url(random(6))}`,
    privateKey: encodeBase64url(makeDeviceKey(random).privateKey),
  };
}
