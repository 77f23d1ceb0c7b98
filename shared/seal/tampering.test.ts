import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { concatBytes } from '../bytes/concat.ts';
import { encodeU32 } from '../bytes/length-prefixed.ts';
import { chunkNonce } from './chunk-nonce.ts';
import { encodeHeader } from './encode-header.ts';
import { chunkSize, tagLength } from './format.ts';
import { readHeader } from './read-header.ts';
import { seal } from './seal.ts';
import { SealError } from './seal-error.ts';
import { headerFor } from './sealed-length.ts';
import { context, flip, random, suiteKeys, verdictOn } from './sealing.fixture.ts';
import { suites } from './suites.ts';

const record = chunkSize + tagLength;
const plaintext = new Uint8Array(randomBytes(40_000));

describe.each(suiteKeys)('an envelope of $name, changed on its way', async ({ key, privateKey }) => {
  const envelope = await seal({ key, context, plaintext, random });
  const headerLength = readHeader(envelope).headerBytes.length;
  const { kemLength } = suites[key.suite];
  const bodyStart = headerLength + kemLength;
  const front = envelope.slice(0, bodyStart);
  const [a, b, c] = [0, 1, 2].map((i) =>
    envelope.slice(bodyStart + i * record, bodyStart + (i + 1) * record),
  );
  if (a === undefined || b === undefined || c === undefined) throw new Error('three chunks expected');

  it('opens unchanged', () => {
    expect(verdictOn(concatBytes(front, a, b, c), privateKey)).toBe('opened');
  });

  it('is refused with any bit of the header turned over', () => {
    for (let at = 0; at < headerLength; at++) {
      for (let bit = 0; bit < 8; bit++)
        expect(verdictOn(flip(envelope, at, bit), privateKey)).not.toBe('opened');
    }
  });

  it('is refused with any byte of the header changed, even by an authority that believes the changed header', () => {
    for (let at = 0; at < headerLength; at++) {
      const changed = flip(envelope, at);
      const believed = believedHeader(changed);
      if (believed === undefined || believed.suite !== key.suite) continue;
      expect(verdictOn(changed, { ...privateKey, keyId: believed.keyId }, believed)).not.toBe('opened');
    }
  });

  it('is refused with any byte of the wrapped key changed', () => {
    for (let i = 0; i < kemLength; i++) {
      expect(verdictOn(flip(envelope, headerLength + i, i % 8), privateKey)).toBe('tampered');
    }
  });

  it('is refused with a byte of any chunk or tag changed', () => {
    for (let start = bodyStart; start < envelope.length; start += record) {
      for (const at of [start, start + 5_000, start + chunkSize - 1, start + chunkSize, start + record - 1]) {
        expect(verdictOn(flip(envelope, at), privateKey)).toBe('tampered');
      }
    }
  });

  it.each([
    ['swapped chunks', [b, a, c]],
    ['a repeated chunk in the place of another', [a, a, c]],
    ['the last chunk moved forward', [a, c, b]],
  ])('is refused with %s', (_, chunks) => {
    expect(verdictOn(concatBytes(front, ...chunks), privateKey)).toBe('tampered');
  });

  it.each([
    ['the last chunk dropped', [a, b]],
    ['the first chunk dropped', [b, c]],
    ['a chunk inserted', [a, b, b, c]],
    ['a byte left over', [a, b, c, Uint8Array.of(0)]],
    ['the last byte missing', [a, b, c.slice(0, -1)]],
    ['no chunks', []],
  ])('is refused with %s', (_, chunks) => {
    expect(verdictOn(concatBytes(front, ...chunks), privateKey)).toBe('length-mismatch');
  });

  it('is refused cut at any place in front of the chunks', () => {
    for (let length = 0; length < bodyStart; length++) {
      expect(verdictOn(envelope.slice(0, length), privateKey)).not.toBe('opened');
    }
  });

  it('is refused with its last chunk dropped and the header rewritten to fit', () => {
    const shorter = encodeHeader(headerFor(plaintext.length - chunkSize, key, context));
    const cut = concatBytes(shorter, envelope.slice(headerLength, bodyStart), a, b);
    expect(verdictOn(cut, privateKey)).toBe('tampered');
  });

  it('is refused with the body of another envelope of the same header', async () => {
    const other = await seal({ key, context, plaintext, random });
    expect(verdictOn(concatBytes(front, other.slice(bodyStart)), privateKey)).toBe('tampered');
    expect(verdictOn(concatBytes(front, a, other.slice(bodyStart + record)), privateKey)).toBe('tampered');
  });

  it('is refused under a new header with the old wrapped key and body', () => {
    const moved = { ...context, sequence: 2 };
    const header = encodeHeader(headerFor(plaintext.length, key, moved));
    expect(verdictOn(concatBytes(header, envelope.slice(headerLength)), privateKey, moved)).toBe('tampered');
  });

  it.each([
    ['a true length past the end', paddedWith(chunkSize - 3)],
    ['a true length of 4 GiB', paddedWith(0xffffffff)],
    ['padding that is not zero', paddedWith(10, 99)],
  ])('is refused with %s, though the sealer had the key', (_, chunk) => {
    expect(verdictOn(sealRaw([chunk]), privateKey)).toBe('padding-invalid');
  });

  it('is refused with more padding than one step', () => {
    expect(verdictOn(sealRaw([paddedWith(10), new Uint8Array(chunkSize)]), privateKey)).toBe(
      'padding-invalid',
    );
  });

  /** An envelope around chunks that `seal` would not make. */
  function sealRaw(chunks: Uint8Array[]): Uint8Array {
    const suite = suites[key.suite];
    const header = encodeHeader(headerFor(chunks.length * chunkSize - 4, key, context));
    const hash = suite.hash(header);
    const { kem, key: contentKey, baseNonce } = suite.wrap(key.publicKey, hash, random);
    const records = chunks.map((chunk, i) =>
      suite.encrypt(contentKey, chunkNonce(baseNonce, i, i === chunks.length - 1), hash, chunk),
    );
    return concatBytes(header, kem, ...records);
  }
});

function paddedWith(trueLength: number, lastByte = 0): Uint8Array {
  const chunk = new Uint8Array(chunkSize);
  chunk.set(encodeU32(trueLength));
  chunk[chunkSize - 1] = lastByte;
  return chunk;
}

function believedHeader(envelope: Uint8Array) {
  try {
    return readHeader(envelope).header;
  } catch (error) {
    if (error instanceof SealError) return undefined;
    throw error;
  }
}
