import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { compactVerify } from 'jose';
import { type Static, type TProperties, Type } from 'typebox';
import { Value } from 'typebox/value';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import { concatBytes } from '../../../shared/bytes/concat.ts';
import { decodeHex, encodeHex } from '../../../shared/bytes/hex.ts';
import { p256 } from '../../../shared/jws/p256.ts';
import { type PublicJwk, pointOf } from '../../../shared/jws/public-jwk.ts';
import { readJwsPart } from '../../../shared/jws/read-part.ts';
import { sm4GcmDecrypt, sm4GcmEncrypt } from '../../../shared/seal/sm4-gcm.ts';
import { x25519SharedSecret } from '../../../shared/seal/x25519.ts';
import type { Suite } from './suite.ts';

const Hex = Type.String({ pattern: '^([0-9a-f]{2})*$' });
const Test = { tcId: Type.Integer(), comment: Type.String(), result: Type.String() };
const Jwk = Type.Object({ kty: Type.String() }, { additionalProperties: true });
const KeySet = Type.Object({ keys: Type.Array(Jwk) });
type KeySet = Static<typeof KeySet>;

/**
 * One file of test vectors. `holds` says whether a case was taken and came out as printed; what throws was not. A case that the suite
 * leaves open (`acceptable`) may end either way; one that is not `ours`, as of another algorithm, is to be refused.
 */
function vectors<T extends TProperties, G extends TProperties>(
  file: string,
  test: T,
  group: G,
  holds: (
    test: Static<ReturnType<typeof Type.Object<T>>>,
    group: Static<ReturnType<typeof Type.Object<G>>>,
  ) => unknown,
  ours: (group: Static<ReturnType<typeof Type.Object<G>>>) => boolean = () => true,
): Suite {
  const path = join('testvectors_v1', `${file}.json`);
  const Tests = Type.Array(Type.Object(Test));
  const Groups = Type.Object({ testGroups: Type.Array(Type.Object({ tests: Tests })) });
  return {
    name: `wycheproof ${file}`,
    project: 'C2SP/wycheproof',
    licence: 'Apache-2.0',
    paths: [path],
    async run(folder) {
      const { testGroups } = Value.Parse(Groups, JSON.parse(readFileSync(join(folder, path), 'utf8')));
      const wrong: string[] = [];
      let cases = 0;
      for (const each of testGroups) {
        const inGroup = Value.Parse(Type.Object(group), each);
        for (const one of each.tests) {
          cases++;
          const taken = await settled(() => holds(Value.Parse(Type.Object(test), one), inGroup));
          const right = one.result === 'acceptable' || taken === (one.result === 'valid' && ours(inGroup));
          if (!right) wrong.push(`${one.tcId} ${one.comment}: ${one.result}, ${taken ? 'taken' : 'refused'}`);
        }
      }
      return { cases, wrong };
    },
  };
}

async function settled(holds: () => unknown): Promise<boolean> {
  try {
    return (await holds()) === true;
  } catch {
    return false;
  }
}

const aead = { key: Hex, iv: Hex, aad: Hex, msg: Hex, ct: Hex, tag: Hex };
type Aead = Record<keyof typeof aead, string>;
type Opens = (key: Uint8Array, iv: Uint8Array, aad: Uint8Array, sealed: Uint8Array) => Uint8Array;

/** What is sealed anew is what is printed, and what is printed opens. */
function opens({ key, iv, aad, msg, ct, tag }: Aead, open: Opens, seal: Opens): boolean {
  const [k, n, a] = [decodeHex(key), decodeHex(iv), decodeHex(aad)];
  const opened = open(k, n, a, decodeHex(ct + tag));
  return encodeHex(opened) === msg && encodeHex(seal(k, n, a, opened)) === ct + tag;
}

/** As `read-signed.ts` and `check-proof.ts` verify, and as the phone does: they have to agree. */
function ecdsaHolds(message: Uint8Array, signature: Uint8Array, point: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  const { x, y } = { x: point.subarray(1, 33), y: point.subarray(33) };
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: Buffer.from(x).toString('base64url'),
    y: Buffer.from(y).toString('base64url'),
  };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const atServer = verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature);
  const onPhone = p256.verify(signature, message, point, { lowS: false });
  if (atServer !== onPhone) throw new Error('phone and server disagree');
  return atServer;
}

/** As `check-assertion.ts` reads: strictly, then by the library with the one algorithm. */
async function jwsHolds(jws: string, jwk: object): Promise<boolean> {
  const [head = '', payload = '', signature = '', ...more] = jws.split('.');
  if (more.length > 0) return false;
  for (const part of [payload, signature]) decodeBase64url(part);
  readJwsPart(head);
  if (!isPublicJwk(jwk)) return false;
  const { kty, crv, x, y } = jwk;
  pointOf(jwk);
  await compactVerify(jws, { kty, crv, x, y }, { algorithms: ['ES256'] });
  return true;
}

/** What the registry takes as a key, apart from marks that say the same as its place there. */
function isPublicJwk(value: object): value is PublicJwk {
  const told = { alg: 'ES256', use: 'sig', crv: '', kty: '', x: '', y: '', ...value };
  const marked = told.kty === 'EC' && told.crv === 'P-256' && told.use === 'sig' && told.alg === 'ES256';
  return marked && !('key_ops' in value) && told.x !== '' && told.y !== '';
}

export const wycheproof: readonly Suite[] = [
  vectors(
    'ecdsa_secp256r1_sha256_p1363_test',
    { msg: Hex, sig: Hex },
    { publicKey: Type.Object({ uncompressed: Hex }) },
    ({ msg, sig }, { publicKey }) =>
      ecdsaHolds(decodeHex(msg), decodeHex(sig), decodeHex(publicKey.uncompressed)),
  ),
  vectors(
    'x25519_test',
    { public: Hex, private: Hex, shared: Hex },
    {},
    (test) => encodeHex(x25519SharedSecret(decodeHex(test.private), decodeHex(test.public))) === test.shared,
  ),
  vectors('chacha20_poly1305_test', aead, {}, (test) =>
    opens(
      test,
      (key, iv, aad, sealed) => chacha20poly1305(key, iv, aad).decrypt(sealed),
      (key, iv, aad, plain) => chacha20poly1305(key, iv, aad).encrypt(plain),
    ),
  ),
  vectors(
    'sm4_gcm_test',
    aead,
    { ivSize: Type.Integer(), tagSize: Type.Integer() },
    (test) => opens(test, sm4GcmDecrypt, sm4GcmEncrypt),
    ({ ivSize, tagSize }) => ivSize === 96 && tagSize === 128,
  ),
  vectors(
    'hkdf_sha256_test',
    { ikm: Hex, salt: Hex, info: Hex, size: Type.Integer(), okm: Hex },
    {},
    ({ ikm, salt, info, size, okm }) =>
      encodeHex(hkdf(sha256, decodeHex(ikm), decodeHex(salt), decodeHex(info), size)) === okm,
  ),
  vectors(
    'ecdh_secp256r1_webcrypto_test',
    { public: Jwk },
    {},
    (test) => isPublicJwk(test.public) && concatBytes(pointOf(test.public)).length === 65,
  ),
  vectors(
    'json_web_signature_test',
    { jws: Type.String() },
    { private: Type.Optional(Jwk), public: Type.Optional(Jwk) },
    ({ jws }, group) => jwsHolds(jws, group.public ?? group.private ?? {}),
    (group) => isPublicJwk(group.public ?? group.private ?? {}),
  ),
  vectors(
    'json_web_key_test',
    { jws: Type.String() },
    { private: Type.Optional(KeySet), public: Type.Optional(KeySet) },
    ({ jws }, group) => jwsHolds(jws, onlyKeyOf(group) ?? {}),
    (group) => isPublicJwk(onlyKeyOf(group) ?? {}),
  ),
];

/** A counter has one key: a set of several is nobody's. */
function onlyKeyOf({
  public: open,
  private: secret,
}: {
  public?: KeySet;
  private?: KeySet;
}): object | undefined {
  const [key, ...others] = (open ?? secret)?.keys ?? [];
  return others.length === 0 ? key : undefined;
}
