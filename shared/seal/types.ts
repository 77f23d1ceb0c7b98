import type { SealedKind } from '../challenge.ts';

/** 1: SM2 (GM/T 0003.4) with SM4-GCM and SM3. 17: HPKE X25519 with ChaCha20-Poly1305 and SHA-256. */
export type SealSuite = 1 | 17;

/** A key of the authority, to seal to. Suite 1: SM2 point, 65 bytes 04|x|y. Suite 17: X25519, 32 bytes. */
export interface SealKey {
  keyId: string;
  suite: SealSuite;
  publicKey: Uint8Array;
}

/** The other half, 32 bytes in both suites. It never leaves the authority. */
export interface SealPrivateKey {
  keyId: string;
  suite: SealSuite;
  privateKey: Uint8Array;
}

/** Everything that a sample is bound to. Where any of it differs, the envelope does not open. */
export interface SealContext {
  /** Lower-case letters and hyphens, 1 to 32. */
  ceremony: string;
  /** From `sessionBinding`, 32 bytes. */
  binding: Uint8Array;
  /** Printable ASCII, at most 64 letters; empty (with an empty nonce) where a sample answers no challenge. */
  challengeId: string;
  /** The challenge's nonce, 16 to 64 bytes; empty where there is no challenge. */
  nonce: Uint8Array;
  /** RFC 7638, base64url. */
  deviceThumbprint: string;
  kind: SealedKind;
  /** Which of the samples this is, counted from 1. */
  sequence: number;
  /** How many samples there are, 1 to 255. */
  total: number;
}

/** What an envelope says in plain about itself. It tells the sample's size in steps of 16 KiB only. */
export interface SealHeader extends SealContext {
  suite: SealSuite;
  keyId: string;
  /** Bytes of plaintext in each chunk. */
  chunkSize: number;
  /** Bytes of plaintext in all chunks, padding included. */
  paddedLength: number;
}
