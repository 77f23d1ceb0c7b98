import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { describe, expect, it } from 'vitest';
import { concatBytes } from '../bytes/concat.ts';
import { decodeHex, encodeHex } from '../bytes/hex.ts';
import { hpkeSetupReceiver, hpkeSetupSender } from '../seal/hpke.ts';
import { sm2Decrypt } from '../seal/sm2-decrypt.ts';
import { sm2Encrypt } from '../seal/sm2-encrypt.ts';
import { sm3 } from '../seal/sm3.ts';
import { sm4GcmDecrypt, sm4GcmEncrypt } from '../seal/sm4-gcm.ts';
import sm3Vectors from './gbt32905.json' with { type: 'json' };
import sm2 from './gmt0003-5-encryption.json' with { type: 'json' };
import gcm from './rfc8998-a1.json' with { type: 'json' };
import hpke from './rfc9180-a2.json' with { type: 'json' };

describe('published vectors', () => {
  it('HPKE gives the keys of RFC 9180 A.2.1, on both sides', () => {
    const info = decodeHex(hpke.info);
    const sender = hpkeSetupSender(decodeHex(hpke.pkRm), info, decodeHex(hpke.skEm));
    const receiver = hpkeSetupReceiver(decodeHex(hpke.skRm), info, decodeHex(hpke.enc));
    expect(encodeHex(sender.enc)).toBe(hpke.enc);
    for (const side of [sender, receiver]) {
      expect(encodeHex(side.sharedSecret)).toBe(hpke.sharedSecret);
      expect(encodeHex(side.key)).toBe(hpke.key);
      expect(encodeHex(side.baseNonce)).toBe(hpke.baseNonce);
    }
  });

  it('ChaCha20-Poly1305 gives the first ciphertext of RFC 9180 A.2.1.1, and opens it', () => {
    const cipher = () =>
      chacha20poly1305(decodeHex(hpke.key), decodeHex(hpke.baseNonce), decodeHex(hpke.aad));
    expect(encodeHex(cipher().encrypt(decodeHex(hpke.plaintext)))).toBe(hpke.ciphertext);
    expect(encodeHex(cipher().decrypt(decodeHex(hpke.ciphertext)))).toBe(hpke.plaintext);
  });

  it('SM4-GCM gives the ciphertext and tag of RFC 8998 A.1, and opens them', () => {
    const [key, nonce, aad] = [decodeHex(gcm.key), decodeHex(gcm.nonce), decodeHex(gcm.aad)];
    const sealed = sm4GcmEncrypt(key, nonce, aad, decodeHex(gcm.plaintext));
    expect(encodeHex(sealed)).toBe(gcm.ciphertext + gcm.tag);
    expect(encodeHex(sm4GcmDecrypt(key, nonce, aad, sealed))).toBe(gcm.plaintext);
  });

  it('SM2 gives the ciphertext of GM/T 0003.5, and opens it', () => {
    const sealed = sm2Encrypt(decodeHex(sm2.publicKey), decodeHex(sm2.plaintext), decodeHex(sm2.k));
    expect(encodeHex(sealed)).toBe(sm2.ciphertext);
    expect(encodeHex(sm2Decrypt(decodeHex(sm2.privateKey), sealed))).toBe(sm2.plaintext);
  });

  it('SM3 gives the digests of GB/T 32905', () => {
    for (const { message, digest } of sm3Vectors.cases)
      expect(encodeHex(sm3(decodeHex(message)))).toBe(digest);
  });

  it.each(['key', 'nonce'])('SM4-GCM refuses a short %s, which its library would take', (short) => {
    const key = new Uint8Array(short === 'key' ? 15 : 16);
    const nonce = new Uint8Array(short === 'nonce' ? 11 : 12);
    expect(() => sm4GcmEncrypt(key, nonce, concatBytes(), concatBytes())).toThrow(RangeError);
    expect(() => sm4GcmDecrypt(key, nonce, concatBytes(), new Uint8Array(16))).toThrow(RangeError);
  });
});
