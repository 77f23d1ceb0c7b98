import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import { publicJwkOf } from '../../../shared/jws/public-jwk.ts';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import type { KeyRing } from '../ports/authority-ports.ts';
import { readKeyFile, writeKeyFile } from './key-file.ts';
import { newRegistrar, rotateKeys } from './rotate-keys.ts';

/** What stands in everything that is signed as `iss`. */
export const issuer = 'liangzheng-sandbox';
/** The public root, for pinning, beside the private keys. */
export const rootFileName = 'root.jwk.json';
/** By this a production BFF knows that it must not pin the key. */
const rootMark = 'sandbox-root';
const keyFileName = 'authority-keys.json';

/** Opens the keys in the data folder; makes them, and `root.jwk.json`, when there are none. */
export function openKeyRing(folder: string, random: Random, now: number): KeyRing {
  const path = join(folder, keyFileName);
  let keys = readKeyFile(path) ?? replace(undefined, now);
  const registrar = keys.registrar ?? addRegistrar();

  function replace(old: Parameters<typeof rotateKeys>[0], at: number) {
    const next = rotateKeys(old, random, at);
    writeKeyFile(path, next);
    return next;
  }

  function addRegistrar() {
    const added = newRegistrar(random);
    keys = { ...keys, registrar: added };
    writeKeyFile(path, keys);
    return added;
  }

  function publicKeys() {
    return {
      version: keys.version,
      sign: keys.sign.map(({ kid, privateKey }) => ({ kid, jwk: publicJwkOf(decodeBase64url(privateKey)) })),
      seal: keys.seal.map(({ keyId, suite, publicKey }) => ({ keyId, suite, publicKey })),
    };
  }
  let published = publicKeys();

  function currentSign() {
    const key = keys.sign[0];
    if (key === undefined) throw new TypeError('the authority has no sign key');
    return key;
  }

  const ring: KeyRing = {
    root: () => publicJwkOf(decodeBase64url(keys.root)),
    list: () => published,
    signByRoot: (typ, claims) =>
      signEs256({
        header: { typ, kid: 'root' },
        payload: claims,
        privateKey: decodeBase64url(keys.root),
      }),
    sign(typ, claims) {
      const { kid, privateKey } = currentSign();
      return signEs256({ header: { typ, kid }, payload: claims, privateKey: decodeBase64url(privateKey) });
    },
    registrar: () => ({
      kid: registrar.kid,
      jwk: publicJwkOf(decodeBase64url(registrar.privateKey)),
    }),
    signByRegistrar: (typ, claims) =>
      signEs256({
        header: { typ, kid: registrar.kid },
        payload: claims,
        privateKey: decodeBase64url(registrar.privateKey),
      }),
    currentSealKeyId(suite) {
      const key = keys.seal.find((listed) => listed.suite === suite && listed.retiredAt === 0);
      if (key === undefined) throw new TypeError('the authority has no seal key of this suite');
      return key.keyId;
    },
    sealKey(keyId) {
      const key = keys.seal.find((listed) => listed.keyId === keyId);
      if (key === undefined) return undefined;
      return { keyId, suite: key.suite, privateKey: decodeBase64url(key.privateKey) };
    },
    rotate(at) {
      keys = replace(keys, at);
      published = publicKeys();
    },
  };
  writeFileSync(join(folder, rootFileName), `${JSON.stringify({ ...ring.root(), kid: rootMark })}\n`);
  return ring;
}
