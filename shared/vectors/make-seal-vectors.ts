import { encodeBase64url } from '../bytes/base64url.ts';
import { encodeHex } from '../bytes/hex.ts';
import type { Random } from '../bytes/random.ts';
import { prefixLength } from '../seal/format.ts';
import { makeSealKey } from '../seal/make-seal-key.ts';
import { readHeader } from '../seal/read-header.ts';
import { seal } from '../seal/seal.ts';
import { suites } from '../seal/suites.ts';
import type { SealContext, SealSuite } from '../seal/types.ts';

/** One envelope with everything that another implementation needs to open it, and to make the same bytes. */
export interface SealVector {
  name: string;
  suite: SealSuite;
  keyId: string;
  publicKey: string;
  privateKey: string;
  context: {
    ceremony: string;
    binding: string;
    challengeId: string;
    nonce: string;
    deviceThumbprint: string;
    kind: SealContext['kind'];
    sequence: number;
    total: number;
  };
  /** Byte i of the plaintext is (7 i + 3) mod 256. */
  plaintextLength: number;
  /** All bytes drawn, in order. */
  random: string;
  header: string;
  headerHash: string;
  kem: string;
  key: string;
  baseNonce: string;
  /** base64url; all other byte strings are hexadecimal. */
  envelope: string;
}

const withoutChallenge: SealContext = {
  ceremony: 'apply',
  binding: ascending(32, 0x20),
  challengeId: '',
  nonce: new Uint8Array(0),
  deviceThumbprint: encodeBase64url(ascending(32, 0x40)),
  kind: 'identity',
  sequence: 1,
  total: 1,
};
const withChallenge: SealContext = {
  ceremony: 'verify',
  binding: ascending(32, 0x60),
  challengeId: 'chl_AAECAwQFBgcICQoLDA0ODw',
  nonce: ascending(32, 0x80),
  deviceThumbprint: encodeBase64url(ascending(32, 0x40)),
  kind: 'face',
  sequence: 1,
  total: 2,
};

/** Makes all SEAL/1 vectors from fixed keys and fixed bytes in the place of randomness. */
export async function makeSealVectors(): Promise<SealVector[]> {
  return [
    await makeVector('suite 1, one chunk, no challenge', 1, withoutChallenge, 100),
    await makeVector('suite 1, two chunks', 1, withChallenge, 20_000),
    await makeVector('suite 17, one chunk, no challenge', 17, withoutChallenge, 100),
    await makeVector('suite 17, two chunks', 17, withChallenge, 20_000),
  ];
}

/** Byte i is (7 i + 3) mod 256. */
export function vectorPlaintext(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (7 * i + 3) & 0xff);
}

async function makeVector(
  name: string,
  suite: SealSuite,
  context: SealContext,
  plaintextLength: number,
): Promise<SealVector> {
  const keyId = `vector-${suite}`;
  const { key, privateKey } = makeSealKey({ keyId, suite, random: (length) => ascending(length, suite) });
  const drawn: string[] = [];
  const random: Random = (length) => {
    const bytes = ascending(length, 0xa0 + drawn.length);
    drawn.push(encodeHex(bytes));
    return bytes;
  };
  const envelope = await seal({ key, context, plaintext: vectorPlaintext(plaintextLength), random });
  const { headerBytes } = readHeader(envelope);
  const headerHash = suites[suite].hash(headerBytes);
  const kem = envelope.slice(headerBytes.length, headerBytes.length + suites[suite].kemLength);
  const content = suites[suite].unwrap(privateKey.privateKey, headerHash, kem);
  return {
    name,
    suite,
    keyId,
    publicKey: encodeHex(key.publicKey),
    privateKey: encodeHex(privateKey.privateKey),
    context: { ...context, binding: encodeHex(context.binding), nonce: encodeHex(context.nonce) },
    plaintextLength,
    random: drawn.join(''),
    header: encodeHex(headerBytes.subarray(prefixLength)),
    headerHash: encodeHex(headerHash),
    kem: encodeHex(kem),
    key: encodeHex(content.key),
    baseNonce: encodeHex(content.baseNonce),
    envelope: encodeBase64url(envelope),
  };
}

function ascending(length: number, first: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (first + i) & 0xff);
}
