import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import { publicJwkOf } from '../../../shared/jws/public-jwk.ts';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import { giveToOwner } from '../../program/give-to-owner.ts';
import type { KeyRing } from '../ports/authority-ports.ts';
import { type KeyFile, readKeyFile, writeKeyFile } from './key-file.ts';
import { newRegistrar, rotateKeys, rotateRegistrar } from './rotate-keys.ts';
import { strikeKey } from './strike-key.ts';

/** What stands in everything that is signed as `iss`. */
export const issuer = 'liangzheng-sandbox';
/** The public root, for pinning, beside the private keys. */
export const rootFileName = 'root.jwk.json';
/** By this a production BFF knows that it must not pin the key. */
const rootMark = 'sandbox-root';
export const keyFileName = 'authority-keys.json';

/**
 * Opens the keys in the data folder; makes them, and `root.jwk.json`, when there are none. What another process writes there, as the
 * ceremony of `npm run keys` does while the authority runs, counts from the next question on; a file that has become unreadable
 * changes nothing, and is looked at again with each question.
 */
export function openKeyRing(folder: string, random: Random, now: number): KeyRing {
  const path = join(folder, keyFileName);
  const stored = readKeyFile(path);
  let known = withRegistrar(stored ?? rotateKeys(undefined, random, now));
  if (stored?.registrar === undefined) writeKeyFile(path, known);
  let published = publish(known);
  let writtenAt = statSync(path).mtimeMs;

  function withRegistrar(keys: KeyFile): KeyFile & { registrar: NonNullable<KeyFile['registrar']> } {
    return { ...keys, registrar: keys.registrar ?? newRegistrar(random) };
  }

  function keep(next: KeyFile): void {
    writeKeyFile(path, next);
    take(next);
  }

  function take(next: KeyFile): void {
    known = withRegistrar(next);
    published = publish(known);
    writtenAt = statSync(path).mtimeMs;
  }

  /** The keys of this moment. The version only rises, whatever lies on disk. */
  function keys(): typeof known {
    const at = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? writtenAt;
    if (at === writtenAt) return known;
    const next = readAgain();
    if (next === undefined) return known;
    writtenAt = at;
    if (next.version > known.version && next.root === known.root) take(next);
    return known;
  }

  function readAgain(): KeyFile | undefined {
    try {
      return readKeyFile(path);
    } catch {
      return undefined;
    }
  }

  function currentSign() {
    const key = keys().sign[0];
    if (key === undefined) throw new TypeError('the authority has no sign key');
    return key;
  }

  const ring: KeyRing = {
    root: () => publicJwkOf(decodeBase64url(known.root)),
    list() {
      keys();
      return published;
    },
    signByRoot: (typ, claims) =>
      signEs256({ header: { typ, kid: 'root' }, payload: claims, privateKey: decodeBase64url(known.root) }),
    sign(typ, claims) {
      const { kid, privateKey } = currentSign();
      return signEs256({ header: { typ, kid }, payload: claims, privateKey: decodeBase64url(privateKey) });
    },
    registrar() {
      const { kid, privateKey } = keys().registrar;
      return { kid, jwk: publicJwkOf(decodeBase64url(privateKey)) };
    },
    signByRegistrar(typ, claims) {
      const { kid, privateKey } = keys().registrar;
      return signEs256({ header: { typ, kid }, payload: claims, privateKey: decodeBase64url(privateKey) });
    },
    currentSealKeyId(suite) {
      const key = keys().seal.find((listed) => listed.suite === suite && listed.retiredAt === 0);
      if (key === undefined) throw new TypeError('the authority has no seal key of this suite');
      return key.keyId;
    },
    sealKey(keyId) {
      const key = keys().seal.find((listed) => listed.keyId === keyId);
      if (key === undefined) return undefined;
      return { keyId, suite: key.suite, privateKey: decodeBase64url(key.privateKey) };
    },
    rotate: (at) => keep(rotateKeys(keys(), random, at)),
    rotateRegistrar: (at) => keep(rotateRegistrar(keys(), random, at)),
    strike(name, at) {
      const next = strikeKey(keys(), name, random, at);
      if (next !== undefined) keep(next);
      return next !== undefined;
    },
  };
  writeFileSync(join(folder, rootFileName), `${JSON.stringify({ ...ring.root(), kid: rootMark })}\n`);
  giveToOwner(join(folder, rootFileName));
  return ring;
}

function publish({
  version,
  sign,
  formerSign = [],
  seal,
  registrar,
  formerRegistrars = [],
}: KeyFile): ReturnType<KeyRing['list']> {
  return {
    version,
    sign: sign.map(({ kid, privateKey }) => ({ kid, jwk: publicJwkOf(decodeBase64url(privateKey)) })),
    former: formerSign,
    seal: seal.map(({ keyId, suite, publicKey }) => ({ keyId, suite, publicKey })),
    registrars: [...(registrar === undefined ? [] : [registrar]), ...formerRegistrars].map(({ kid }) => kid),
  };
}
