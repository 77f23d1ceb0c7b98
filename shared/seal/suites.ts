import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '../bytes/concat.ts';
import { equalBytes } from '../bytes/equal.ts';
import { drawRandom, type Random } from '../bytes/random.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { hpkeSetupReceiver, hpkeSetupSender } from './hpke.ts';
import { SealError } from './seal-error.ts';
import { Sm2Point, sm2Multiply, sm2PointOf, sm2Scalar } from './sm2-curve.ts';
import { sm2Decrypt } from './sm2-decrypt.ts';
import { sm2Encrypt } from './sm2-encrypt.ts';
import { sm3 } from './sm3.ts';
import { sm4GcmDecrypt, sm4GcmEncrypt } from './sm4-gcm.ts';
import type { SealSuite } from './types.ts';
import { x25519PublicKey } from './x25519.ts';

/** The content key and the 12-byte base nonce of one envelope. */
export interface ContentKey {
  key: Uint8Array;
  baseNonce: Uint8Array;
}

/** What the two suites have in common. All functions throw when a check fails; `open` says which. */
export interface Suite {
  /** Bytes of the KEM ciphertext. */
  kemLength: number;
  /** Hash of magic to end of header: bound into the wrapped key and the additional data of every chunk. */
  hash(headerBytes: Uint8Array): Uint8Array;
  isPublicKey(publicKey: Uint8Array): boolean;
  makeKeyPair(random: Random): { privateKey: Uint8Array; publicKey: Uint8Array };
  wrap(publicKey: Uint8Array, headerHash: Uint8Array, random: Random): ContentKey & { kem: Uint8Array };
  unwrap(privateKey: Uint8Array, headerHash: Uint8Array, kem: Uint8Array): ContentKey;
  encrypt(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plaintext: Uint8Array): Uint8Array;
  decrypt(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Uint8Array;
}

/** SM2 wraps: SM4 key (16) | base nonce (12) | SM3 of the header (32). */
const smSuite: Suite = {
  kemLength: 65 + 32 + 60,
  hash: sm3,
  isPublicKey: (publicKey) => succeeds(() => sm2PointOf(publicKey)),
  makeKeyPair(random) {
    const privateKey = sm2Scalar(random);
    const { x, y } = sm2Multiply(Sm2Point.BASE, privateKey);
    return { privateKey, publicKey: concatBytes(Uint8Array.of(4), x, y) };
  },
  wrap(publicKey, headerHash, random) {
    const key = drawRandom(random, 16);
    const baseNonce = drawRandom(random, 12);
    const scalar = sm2Scalar(random);
    const kem = sm2Encrypt(publicKey, concatBytes(key, baseNonce, headerHash), scalar);
    scalar.fill(0);
    return { kem, key, baseNonce };
  },
  unwrap(privateKey, headerHash, kem) {
    const wrapped = sm2Decrypt(privateKey, kem);
    if (!equalBytes(wrapped.subarray(28), headerHash))
      throw new Error('seal: the key was wrapped for another header');
    return { key: wrapped.slice(0, 16), baseNonce: wrapped.slice(16, 28) };
  },
  encrypt: sm4GcmEncrypt,
  decrypt: sm4GcmDecrypt,
};

/** HPKE base mode; its info is a label and the SHA-256 of the header. */
const hpkeSuite: Suite = {
  kemLength: 32,
  hash: (headerBytes) => sha256(headerBytes),
  isPublicKey: (publicKey) => publicKey.length === 32,
  makeKeyPair(random) {
    const privateKey = drawRandom(random, 32);
    return { privateKey, publicKey: x25519PublicKey(privateKey) };
  },
  wrap(publicKey, headerHash, random) {
    const ephemeralKey = drawRandom(random, 32);
    try {
      const { enc, key, baseNonce } = hpkeSetupSender(publicKey, hpkeInfo(headerHash), ephemeralKey);
      return { kem: enc, key, baseNonce };
    } catch {
      throw new SealError('key-invalid', 'seal: a public key of small order');
    } finally {
      ephemeralKey.fill(0);
    }
  },
  unwrap(privateKey, headerHash, kem) {
    const { key, baseNonce } = hpkeSetupReceiver(privateKey, hpkeInfo(headerHash), kem);
    return { key, baseNonce };
  },
  encrypt: (key, nonce, aad, plaintext) => chacha20poly1305(key, nonce, aad).encrypt(plaintext),
  decrypt: (key, nonce, aad, sealed) => chacha20poly1305(key, nonce, aad).decrypt(sealed),
};

export const suites: Readonly<Record<SealSuite, Suite>> = { 1: smSuite, 17: hpkeSuite };

function hpkeInfo(headerHash: Uint8Array): Uint8Array {
  return concatBytes(encodeUtf8('SEAL/1 suite 17'), headerHash);
}

function succeeds(check: () => unknown): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}
