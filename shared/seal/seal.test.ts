import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeSealKey } from './make-seal-key.ts';
import { open } from './open.ts';
import { readHeader } from './read-header.ts';
import { seal } from './seal.ts';
import { sealedLength } from './sealed-length.ts';
import { context, random, suiteKeys, verdictOn } from './sealing.fixture.ts';
import type { SealContext, SealKey } from './types.ts';

const step = 16 * 1024;
const plaintext = new Uint8Array(randomBytes(20_000));

describe.each(suiteKeys)('SEAL/1 $name', ({ key, privateKey }) => {
  it.each([0, 1, step - 5, step - 4, step - 3, 2 * step - 4, 2 * step - 3, 100_000])(
    'opens what was sealed, %i bytes',
    async (length) => {
      const sample = new Uint8Array(randomBytes(length));
      const envelope = await seal({ key, context, plaintext: sample, random });
      expect(open({ envelope, privateKey, expected: context })).toEqual(sample);
      expect(envelope.length).toBe(sealedLength(length, key, context));
    },
  );

  it('opens the bytes of a Node Buffer, whose slice is a view', async () => {
    const sample = new Uint8Array(randomBytes(4 * step));
    const envelope = Buffer.from(await seal({ key, context, plaintext: sample, random }));
    expect(open({ envelope, privateKey, expected: context })).toEqual(sample);
  });

  it('hides the length within a step of 16 KiB', async () => {
    const [one, other] = [
      await seal({ key, context, plaintext: new Uint8Array(1), random }),
      await seal({ key, context, plaintext: new Uint8Array(step - 4), random }),
    ];
    expect(one.length).toBe(other.length);
    expect(readHeader(one).header).toEqual(readHeader(other).header);
  });

  it('gives another key and other bytes each time', async () => {
    const [one, other] = [
      await seal({ key, context, plaintext, random }),
      await seal({ key, context, plaintext, random }),
    ];
    const start = readHeader(one).headerBytes.length;
    expect(one.slice(0, start)).toEqual(other.slice(0, start));
    expect(one.slice(start)).not.toEqual(other.slice(start));
  });

  it('lets the caller breathe once per chunk', async () => {
    let breaths = 0;
    const breathe = async () => {
      breaths++;
    };
    await seal({ key, context, plaintext, random, breathe });
    expect(breaths).toBe(2);
  });

  it('does not open with another key of the same name', async () => {
    const envelope = await seal({ key, context, plaintext, random });
    const stranger = makeSealKey({ keyId: key.keyId, suite: key.suite, random });
    expect(verdictOn(envelope, stranger.privateKey)).toBe('tampered');
  });

  it('does not try a key of another name or suite', async () => {
    const envelope = await seal({ key, context, plaintext, random });
    expect(verdictOn(envelope, { ...privateKey, keyId: 'other' })).toBe('wrong-key');
    expect(verdictOn(envelope, { ...privateKey, suite: key.suite === 1 ? 17 : 1 })).toBe('wrong-key');
  });

  it.each<[string, Partial<SealContext>]>([
    ['ceremony', { ceremony: 'apply' }],
    ['session', { binding: new Uint8Array(32) }],
    ['challenge', { challengeId: 'chl_other' }],
    ['nonce', { nonce: new Uint8Array(32) }],
    ['absent challenge', { challengeId: '', nonce: new Uint8Array(0) }],
    ['device', { deviceThumbprint: 'A'.repeat(43) }],
    ['kind', { kind: 'voice' }],
    ['place in the sequence', { sequence: 2 }],
    ['number of samples', { total: 3 }],
  ])('does not open for another %s', async (_, change) => {
    const envelope = await seal({ key, context, plaintext, random });
    expect(verdictOn(envelope, privateKey, { ...context, ...change })).toBe('context-mismatch');
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('no source');
      },
    ],
    ['gives zeros', (length: number) => new Uint8Array(length)],
    ['gives too little', () => Uint8Array.of(1, 2, 3)],
  ])('refuses to seal when the source of randomness %s', async (_, source) => {
    await expect(seal({ key, context, plaintext, random: source })).rejects.toThrow();
  });

  it('refuses more than an envelope may carry', async () => {
    const huge = new Uint8Array(1024 * 1024);
    await expect(seal({ key, context, plaintext: huge, random })).rejects.toMatchObject({
      code: 'too-large',
    });
  });
});

describe('what is handed in', () => {
  const [{ key }] = suiteKeys;

  it.each<[string, Partial<SealContext>]>([
    ['a ceremony in capitals', { ceremony: 'Verify' }],
    ['a short binding', { binding: new Uint8Array(31) }],
    ['a challenge id with a space', { challengeId: 'a b' }],
    ['a challenge id beyond ASCII', { challengeId: '证' }],
    ['a long challenge id', { challengeId: 'a'.repeat(65) }],
    ['a nonce without a challenge', { challengeId: '' }],
    ['a challenge without a nonce', { nonce: new Uint8Array(0) }],
    ['a short nonce', { nonce: new Uint8Array(15) }],
    ['a thumbprint that is no digest', { deviceThumbprint: 'AAAA' }],
    ['a sequence from zero', { sequence: 0 }],
    ['a sequence past the total', { sequence: 3 }],
    ['a total of zero', { sequence: 0, total: 0 }],
    ['a total above 255', { total: 256 }],
  ])('refuses %s', async (_, change) => {
    const sealing = seal({ key, context: { ...context, ...change }, plaintext, random });
    await expect(sealing).rejects.toMatchObject({ code: 'context-invalid' });
  });

  const [sm2, x25519] = suiteKeys;
  const withKey = (key: SealKey, publicKey: Uint8Array): SealKey => ({ ...key, publicKey });

  it.each<[string, SealKey]>([
    [
      'an SM2 point off the curve',
      withKey(sm2.key, sm2.key.publicKey.with(64, (sm2.key.publicKey[64] ?? 0) ^ 1)),
    ],
    [
      'an SM2 point in compressed form',
      withKey(sm2.key, Uint8Array.of(2, ...sm2.key.publicKey.subarray(1, 33))),
    ],
    ['the SM2 point at infinity', withKey(sm2.key, Uint8Array.of(0))],
    ['a short X25519 key', withKey(x25519.key, new Uint8Array(31).fill(9))],
    ['an X25519 key of small order', withKey(x25519.key, new Uint8Array(32))],
    ['the key of another suite', withKey(x25519.key, sm2.key.publicKey)],
  ])('refuses %s', async (_, bad) => {
    await expect(seal({ key: bad, context, plaintext, random })).rejects.toMatchObject({
      code: 'key-invalid',
    });
  });
});
