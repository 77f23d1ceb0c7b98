import { pow } from '@noble/curves/abstract/modular.js';
import { montgomery } from '@noble/curves/abstract/montgomery.js';

const p = 2n ** 255n - 19n;

/**
 * X25519 (RFC 7748) from the library's Montgomery ladder. Its ready-made one lives in a module that calls TextEncoder
 * when it is loaded, which phones do not have.
 */
const curve = montgomery({
  P: p,
  type: 'x25519',
  powPminus2: (x) => pow(x, p - 2n, p),
  adjustScalarBytes(bytes: Uint8Array) {
    bytes[0] = (bytes[0] ?? 0) & 248;
    bytes[31] = ((bytes[31] ?? 0) & 127) | 64;
    return bytes;
  },
});

/** The public key of a private key of 32 bytes. */
export function x25519PublicKey(privateKey: Uint8Array): Uint8Array {
  return curve.getPublicKey(privateKey);
}

/** The shared secret, 32 bytes. @throws Error when it would be zero: the public key has a small order */
export function x25519SharedSecret(privateKey: Uint8Array, publicKey: Uint8Array): Uint8Array {
  return curve.getSharedSecret(privateKey, publicKey);
}
