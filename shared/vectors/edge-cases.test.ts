import { createPublicKey, verify } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { concatBytes } from '../bytes/concat.ts';
import { decodeHex, encodeHex } from '../bytes/hex.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { p256 } from '../jws/p256.ts';
import { pointOf, publicJwkOf } from '../jws/public-jwk.ts';
import { hpkeSetupReceiver, hpkeSetupSender } from '../seal/hpke.ts';
import { sm2Decrypt } from '../seal/sm2-decrypt.ts';
import { sm2Encrypt } from '../seal/sm2-encrypt.ts';
import { sm4GcmDecrypt, sm4GcmEncrypt } from '../seal/sm4-gcm.ts';
import { x25519SharedSecret } from '../seal/x25519.ts';
import sm2 from './gmt0003-5-encryption.json' with { type: 'json' };

const n = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const p = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const number = (value: bigint) => decodeHex(value.toString(16).padStart(64, '0'));
const flipped = (bytes: Uint8Array, at: number, bit: number) => bytes.with(at, (bytes[at] ?? 0) ^ (1 << bit));

describe('ECDSA on P-256, on the phone and at the server alike', () => {
  const privateKey = new Uint8Array(32).fill(7);
  const jwk = publicJwkOf(privateKey);
  const message = encodeUtf8('a signed text');
  const good = p256.sign(message, privateKey, { lowS: false });
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
  const onPhone = (signature: Uint8Array) => {
    try {
      return p256.verify(signature, message, pointOf(jwk), { lowS: false });
    } catch {
      return false;
    }
  };
  const atServer = (signature: Uint8Array) =>
    signature.length === 64 && verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature);

  it('takes a signature, and its twin with the other s, as the standard has it', () => {
    const s = BigInt(`0x${encodeHex(good.subarray(32))}`);
    for (const signature of [good, concatBytes(good.subarray(0, 32), number(n - s))])
      expect([onPhone(signature), atServer(signature)]).toEqual([true, true]);
  });

  it('refuses zero, the order, what is above it, and numbers that anybody can write down', () => {
    const numbers = [0n, 1n, 2n, n - 1n, n, n + 1n, p - 1n, p, 2n ** 256n - 1n, n / 2n];
    for (const r of numbers)
      for (const s of numbers) {
        const signature = concatBytes(number(r), number(s));
        expect([onPhone(signature), atServer(signature)], `${r} ${s}`).toEqual([false, false]);
      }
  });

  it('refuses other lengths, other encodings and any bit turned over', () => {
    const der = p256.Signature.fromBytes(good).toBytes('der');
    for (const signature of [
      der,
      good.subarray(0, 63),
      concatBytes(good, Uint8Array.of(0)),
      concatBytes(good, good),
      new Uint8Array(),
    ])
      expect([onPhone(signature), atServer(signature)]).toEqual([false, false]);
    for (let at = 0; at < 64; at += 5)
      for (let bit = 0; bit < 8; bit++) {
        const signature = flipped(good, at, bit);
        expect([onPhone(signature), atServer(signature)]).toEqual([false, false]);
      }
  });

  it('refuses keys that are no point: zero, off the curve, coordinates not below p', () => {
    const text = (value: bigint) => Buffer.from(number(value)).toString('base64url');
    const x = BigInt(`0x${Buffer.from(jwk.x, 'base64url').toString('hex')}`);
    for (const [one, other] of [
      [0n, 0n],
      [0n, 1n],
      [x, 1n],
      [p, 0n],
      [x, p],
      [2n ** 256n - 1n, 2n ** 256n - 1n],
    ] as const)
      expect(() => pointOf({ ...jwk, x: text(one), y: text(other) })).toThrow(
        expect.objectContaining({ code: 'key-invalid' }),
      );
  });
});

describe('X25519 and what is built on it', () => {
  const privateKey = new Uint8Array(32).fill(5);
  const q = 2n ** 255n - 19n;
  const little = (value: bigint) => number(value).toReversed();
  const ofOrderEight = [
    325606250916557431795983626356110631294008115727848805560023387167927233504n,
    39382357235489614581723060781553021112529911719440698176882885853963445705823n,
  ];
  /** RFC 7748 section 6.1: those that give zero to everybody, also written with q added and with the bit that does not count. */
  const small = [0n, 1n, q - 1n, ...ofOrderEight];
  const spellings = [...small, q, q + 1n, ...small.map((value) => value | (1n << 255n))];

  it('refuses each public key of small order, in each spelling', () => {
    for (const value of spellings) {
      const key = little(value);
      expect(() => x25519SharedSecret(privateKey, key), String(value)).toThrow();
      expect(() => hpkeSetupSender(key, new Uint8Array(), privateKey)).toThrow();
      expect(() => hpkeSetupReceiver(privateKey, new Uint8Array(), key)).toThrow();
    }
  });

  it('refuses keys of another length', () => {
    for (const length of [0, 31, 33, 64]) {
      expect(() => x25519SharedSecret(privateKey, new Uint8Array(length).fill(9))).toThrow();
      expect(() => x25519SharedSecret(new Uint8Array(length).fill(9), new Uint8Array(32).fill(9))).toThrow();
    }
  });
});

describe.each([
  {
    name: 'ChaCha20-Poly1305',
    keyLength: 32,
    seal: (key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, text: Uint8Array) =>
      chacha20poly1305(key, nonce, aad).encrypt(text),
    open: (key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, text: Uint8Array) =>
      chacha20poly1305(key, nonce, aad).decrypt(text),
  },
  { name: 'SM4-GCM', keyLength: 16, seal: sm4GcmEncrypt, open: sm4GcmDecrypt },
])('$name', ({ keyLength, seal, open }) => {
  const [key, nonce, aad] = [
    new Uint8Array(keyLength).fill(1),
    new Uint8Array(12).fill(2),
    encodeUtf8('aad'),
  ];

  it.each([0, 1, 15, 16, 17, 64])(
    'refuses any bit of %i sealed bytes turned over, and any other length',
    (length) => {
      const sealed = seal(key, nonce, aad, new Uint8Array(length).fill(3));
      expect(open(key, nonce, aad, sealed)).toEqual(new Uint8Array(length).fill(3));
      for (let at = 0; at < sealed.length; at++)
        for (let bit = 0; bit < 8; bit++)
          expect(() => open(key, nonce, aad, flipped(sealed, at, bit))).toThrow();
      for (const other of [
        sealed.subarray(1),
        sealed.subarray(0, -1),
        concatBytes(sealed, Uint8Array.of(0)),
        sealed.subarray(0, 15),
      ])
        expect(() => open(key, nonce, aad, other)).toThrow();
      expect(() => open(key, nonce, encodeUtf8('AAD'), sealed)).toThrow();
      expect(() => open(key, flipped(nonce, 0, 0), aad, sealed)).toThrow();
    },
  );

  it('takes nonces of twelve bytes and keys of its own length, and no others', () => {
    for (const size of [0, 8, 11, 13, 16, 24])
      expect(() => seal(key, new Uint8Array(size), aad, key)).toThrow();
    for (const size of [0, keyLength - 1, keyLength + 1, 2 * keyLength])
      expect(() => seal(new Uint8Array(size), nonce, aad, key)).toThrow();
  });
});

it('SM2 opens nothing whose point is off the curve, compressed, or whose check value is another', () => {
  const [privateKey, publicKey] = [decodeHex(sm2.privateKey), decodeHex(sm2.publicKey)];
  const sealed = sm2Encrypt(publicKey, encodeUtf8('sixteen bytes !!'), decodeHex(sm2.k));
  expect(sm2Decrypt(privateKey, sealed)).toEqual(encodeUtf8('sixteen bytes !!'));
  for (let at = 0; at < sealed.length; at++)
    expect(() => sm2Decrypt(privateKey, flipped(sealed, at, at % 8)), String(at)).toThrow();
  for (const first of [0, 2, 3, 5, 6, 7])
    expect(() => sm2Decrypt(privateKey, sealed.with(0, first))).toThrow();
  for (const other of [
    sealed.subarray(0, 97),
    sealed.subarray(0, -1),
    concatBytes(sealed, Uint8Array.of(0)),
    new Uint8Array(200),
  ])
    expect(() => sm2Decrypt(privateKey, other)).toThrow();
});

it('HKDF gives nothing beyond what RFC 5869 allows', () => {
  expect(hkdf(sha256, Uint8Array.of(1), undefined, undefined, 255 * 32)).toHaveLength(8160);
  for (const length of [255 * 32 + 1, -1, 1.5])
    expect(() => hkdf(sha256, Uint8Array.of(1), undefined, undefined, length)).toThrow();
});
