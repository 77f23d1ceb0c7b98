import {
  type CipherGCM,
  type Cipheriv,
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  type DecipherGCM,
  type Decipheriv,
  diffieHellman,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { sm2 } from 'sm-crypto-v2/dist/index.mjs';
import { describe, expect, it } from 'vitest';
import { concatBytes } from '../bytes/concat.ts';
import { encodeHex } from '../bytes/hex.ts';
import { makeSealKey } from '../seal/make-seal-key.ts';
import { sm2Scalar } from '../seal/sm2-curve.ts';
import { sm2Decrypt } from '../seal/sm2-decrypt.ts';
import { sm2Encrypt } from '../seal/sm2-encrypt.ts';
import { sm3 } from '../seal/sm3.ts';
import { sm4GcmDecrypt, sm4GcmEncrypt } from '../seal/sm4-gcm.ts';
import { x25519PublicKey, x25519SharedSecret } from '../seal/x25519.ts';

const random = (length: number) => new Uint8Array(randomBytes(length));
const lengths = [0, 1, 15, 16, 17, 31, 32, 33, 55, 56, 63, 64, 65, 1000, 16_384];

/** OpenSSL's ciphertext | tag. */
function opensslEncrypt(
  aead: string,
  key: Uint8Array,
  nonce: Uint8Array,
  aad: Uint8Array,
  plaintext: Uint8Array,
) {
  const cipher: Cipheriv = createCipheriv(aead, key, nonce);
  if (!isAead(cipher)) throw new Error(`${aead} is not an AEAD here`);
  cipher.setAAD(aad, { plaintextLength: plaintext.length });
  const ciphertext = concatBytes(cipher.update(plaintext), cipher.final());
  return concatBytes(ciphertext, cipher.getAuthTag());
}

function opensslDecrypt(
  aead: string,
  key: Uint8Array,
  nonce: Uint8Array,
  aad: Uint8Array,
  sealed: Uint8Array,
) {
  const decipher: Decipheriv = createDecipheriv(aead, key, nonce);
  if (!isAeadDecipher(decipher)) throw new Error(`${aead} is not an AEAD here`);
  decipher.setAAD(aad, { plaintextLength: sealed.length - 16 });
  decipher.setAuthTag(sealed.subarray(-16));
  return concatBytes(decipher.update(sealed.subarray(0, -16)), decipher.final());
}

/** The typings of Node know neither SM4-GCM nor that it is an AEAD. */
function isAead(cipher: Cipheriv): cipher is CipherGCM {
  return 'setAAD' in cipher && 'getAuthTag' in cipher;
}

function isAeadDecipher(decipher: Decipheriv): decipher is DecipherGCM {
  return 'setAAD' in decipher && 'setAuthTag' in decipher;
}

describe('agreement with OpenSSL', () => {
  it.each(lengths)('SM4-GCM, %i random bytes, in both directions', (length) => {
    const [key, nonce, aad, plaintext] = [random(16), random(12), random(length % 50), random(length)];
    const sealed = sm4GcmEncrypt(key, nonce, aad, plaintext);
    expect(sealed).toEqual(opensslEncrypt('sm4-gcm', key, nonce, aad, plaintext));
    expect(opensslDecrypt('sm4-gcm', key, nonce, aad, sealed)).toEqual(plaintext);
    expect(sm4GcmDecrypt(key, nonce, aad, sealed)).toEqual(plaintext);
  });

  it('SM4-GCM refuses what OpenSSL refuses: another key, nonce, additional data, byte or tag', () => {
    const [key, nonce, aad, plaintext] = [random(16), random(12), random(20), random(100)];
    const sealed = opensslEncrypt('sm4-gcm', key, nonce, aad, plaintext);
    const other = (bytes: Uint8Array, at: number) => bytes.with(at, (bytes.at(at) ?? 0) ^ 1);
    expect(() => sm4GcmDecrypt(other(key, 0), nonce, aad, sealed)).toThrow();
    expect(() => sm4GcmDecrypt(key, other(nonce, 11), aad, sealed)).toThrow();
    expect(() => sm4GcmDecrypt(key, nonce, other(aad, 19), sealed)).toThrow();
    for (const at of [0, 99, 100, 115])
      expect(() => sm4GcmDecrypt(key, nonce, aad, other(sealed, at))).toThrow();
    expect(() => sm4GcmDecrypt(key, nonce, aad, sealed.slice(0, -1))).toThrow();
    expect(() => sm4GcmDecrypt(key, nonce, aad, new Uint8Array(15))).toThrow();
  });

  it.each(lengths)('ChaCha20-Poly1305, %i random bytes, in both directions', (length) => {
    const [key, nonce, aad, plaintext] = [random(32), random(12), random(length % 50), random(length)];
    const sealed = chacha20poly1305(key, nonce, aad).encrypt(plaintext);
    expect(sealed).toEqual(opensslEncrypt('chacha20-poly1305', key, nonce, aad, plaintext));
    expect(opensslDecrypt('chacha20-poly1305', key, nonce, aad, sealed)).toEqual(plaintext);
  });

  it.each(lengths)('SM3 and SHA-256 of %i random bytes', (length) => {
    const bytes = random(length);
    expect(encodeHex(sm3(bytes))).toBe(createHash('sm3').update(bytes).digest('hex'));
    expect(encodeHex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('X25519: public keys and shared secrets', () => {
    for (let round = 0; round < 20; round++) {
      const [own, peer] = [random(32), random(32)];
      const peerPublic = x25519PublicKey(peer);
      const expected = diffieHellman({
        privateKey: x25519Private(own),
        publicKey: createPublicKey(x25519Private(peer)),
      });
      const { x } = createPublicKey(x25519Private(peer)).export({ format: 'jwk' });
      expect(Buffer.from(peerPublic).toString('base64url')).toBe(x);
      expect(encodeHex(x25519SharedSecret(own, peerPublic))).toBe(expected.toString('hex'));
    }
  });

  it('HKDF-SHA256', () => {
    for (const length of [1, 12, 32, 100]) {
      const [key, salt, info] = [random(32), random(length), random(length)];
      const expected = Buffer.from(hkdfSync('sha256', key, salt, info, length)).toString('hex');
      expect(encodeHex(hkdf(sha256, key, salt, info, length))).toBe(expected);
    }
  });
});

describe('agreement of SM2 with the implementation of sm-crypto-v2', () => {
  const { key, privateKey } = makeSealKey({ keyId: 'sm-1', suite: 1, random });
  const [publicHex, privateHex] = [encodeHex(key.publicKey), encodeHex(privateKey.privateKey)];

  it.each([19, 31, 32, 60, 200])('%i random bytes, in both directions', (length) => {
    const plaintext = random(length);
    const ours = sm2Encrypt(key.publicKey, plaintext, sm2Scalar(random));
    const opened = sm2.doDecrypt(encodeHex(ours.subarray(1)), privateHex, 1, { output: 'array' });
    expect(encodeHex(Uint8Array.from(opened))).toBe(encodeHex(plaintext));
    const theirs = new Uint8Array(Buffer.from(`04${sm2.doEncrypt(plaintext, publicHex, 1)}`, 'hex'));
    expect(sm2Decrypt(privateKey.privateKey, theirs)).toEqual(plaintext);
  });
});

function x25519Private(bytes: Uint8Array) {
  const prefix = Buffer.from('302e020100300506032b656e04220420', 'hex');
  return createPrivateKey({ key: Buffer.concat([prefix, bytes]), format: 'der', type: 'pkcs8' });
}
