import { expand, extract } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '../bytes/concat.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { x25519PublicKey, x25519SharedSecret } from './x25519.ts';

/** RFC 9180 in base mode with DHKEM(X25519, HKDF-SHA256) 0x0020, HKDF-SHA256 0x0001, ChaCha20Poly1305 0x0003. */
const kemSuite = concatBytes(encodeUtf8('KEM'), Uint8Array.of(0x00, 0x20));
const hpkeSuite = concatBytes(encodeUtf8('HPKE'), Uint8Array.of(0x00, 0x20, 0x00, 0x01, 0x00, 0x03));
const version = encodeUtf8('HPKE-v1');
const none = new Uint8Array(0);

/** What the key schedule gives: a key of 32 bytes and a base nonce of 12. */
export interface HpkeKeys {
  sharedSecret: Uint8Array;
  key: Uint8Array;
  baseNonce: Uint8Array;
}

/** SetupBaseS, with the ephemeral private key handed in. @throws Error when the public key has a small order */
export function hpkeSetupSender(
  publicKey: Uint8Array,
  info: Uint8Array,
  ephemeralKey: Uint8Array,
): HpkeKeys & { enc: Uint8Array } {
  const enc = x25519PublicKey(ephemeralKey);
  const secret = x25519SharedSecret(ephemeralKey, publicKey);
  return { enc, ...schedule(secret, concatBytes(enc, publicKey), info) };
}

/** SetupBaseR. @throws Error when `enc` has a small order */
export function hpkeSetupReceiver(privateKey: Uint8Array, info: Uint8Array, enc: Uint8Array): HpkeKeys {
  const secret = x25519SharedSecret(privateKey, enc);
  return schedule(secret, concatBytes(enc, x25519PublicKey(privateKey)), info);
}

/** ExtractAndExpand (section 4.1), then KeySchedule of mode_base (section 5.1). */
function schedule(secret: Uint8Array, kemContext: Uint8Array, info: Uint8Array): HpkeKeys {
  const eaePrk = labeledExtract(kemSuite, none, 'eae_prk', secret);
  const sharedSecret = labeledExpand(kemSuite, eaePrk, 'shared_secret', kemContext, 32);
  const pskIdHash = labeledExtract(hpkeSuite, none, 'psk_id_hash', none);
  const infoHash = labeledExtract(hpkeSuite, none, 'info_hash', info);
  const context = concatBytes(Uint8Array.of(0), pskIdHash, infoHash);
  const scheduled = labeledExtract(hpkeSuite, sharedSecret, 'secret', none);
  return {
    sharedSecret,
    key: labeledExpand(hpkeSuite, scheduled, 'key', context, 32),
    baseNonce: labeledExpand(hpkeSuite, scheduled, 'base_nonce', context, 12),
  };
}

function labeledExtract(suite: Uint8Array, salt: Uint8Array, label: string, input: Uint8Array): Uint8Array {
  return extract(sha256, concatBytes(version, suite, encodeUtf8(label), input), salt);
}

function labeledExpand(
  suite: Uint8Array,
  key: Uint8Array,
  label: string,
  info: Uint8Array,
  length: number,
): Uint8Array {
  const lengthBytes = Uint8Array.of(length >>> 8, length & 0xff);
  return expand(sha256, key, concatBytes(lengthBytes, version, suite, encodeUtf8(label), info), length);
}
