import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { concatBytes } from '../bytes/concat.ts';
import { encodeU32 } from '../bytes/length-prefixed.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { packFace } from './pack-face.ts';
import { packIdentity } from './pack-identity.ts';
import { packVoice } from './pack-voice.ts';
import { type FaceFrame, voiceContainers } from './samples.ts';
import { unpackFace } from './unpack-face.ts';
import { unpackIdentity } from './unpack-identity.ts';
import { unpackVoice } from './unpack-voice.ts';

const jpeg = (length: number) => new Uint8Array(randomBytes(length));
const frames: FaceFrame[] = [
  { atMs: 0, prompt: null, jpeg: jpeg(10) },
  { atMs: 400, prompt: 0, jpeg: jpeg(1) },
  { atMs: 400, prompt: 1, jpeg: jpeg(3000) },
];

/** A sample with any manifest. */
function packed(manifest: unknown, ...parts: Uint8Array[]): Uint8Array {
  const json = typeof manifest === 'string' ? encodeUtf8(manifest) : encodeUtf8(JSON.stringify(manifest));
  return concatBytes(encodeU32(json.length), json, ...parts);
}

const one = { atMs: 0, prompt: null, bytes: 4 };
const four = jpeg(4);

describe('a face sample', () => {
  it('gives back the frames that were packed, as copies', () => {
    const bytes = packFace(frames);
    const unpacked = unpackFace(bytes);
    bytes.fill(0);
    expect(unpacked).toEqual(frames);
  });

  it('may have 40 frames, not 41, not none', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ atMs: i, prompt: null, jpeg: four }));
    expect(unpackFace(packFace(many(40)))).toHaveLength(40);
    expect(() => packFace(many(41))).toThrow(RangeError);
    expect(() => packFace([])).toThrow(RangeError);
  });

  it('may not be larger than an envelope carries', () => {
    expect(() => packFace([{ atMs: 0, prompt: null, jpeg: new Uint8Array(960 * 1024) }])).toThrow(
      'too large',
    );
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array(0)],
    ['a length past the end', concatBytes(encodeU32(100), encodeUtf8('{}'))],
    ['a huge manifest', packed(' '.repeat(9000))],
    ['a manifest that is not UTF-8', concatBytes(encodeU32(1), Uint8Array.of(0xff))],
    ['a manifest that is no JSON', packed('{')],
    ['a manifest that is a list', packed([])],
    ['another version', packed({ version: 2, frames: [one] }, four)],
    ['a further member', packed({ version: 1, frames: [one], x: 1 }, four)],
    ['frames that are no list', packed({ version: 1, frames: 1 }, four)],
    ['a frame that is null', packed({ version: 1, frames: [null] }, four)],
    ['a frame with a further member', packed({ version: 1, frames: [{ ...one, x: 1 }] }, four)],
    ['a frame without a time', packed({ version: 1, frames: [{ prompt: null, bytes: 4 }] }, four)],
    ['an empty frame', packed({ version: 1, frames: [{ ...one, bytes: 0 }, one] }, four)],
    ['a frame of a negative size', packed({ version: 1, frames: [{ ...one, bytes: -4 }] }, four)],
    ['a frame of half a byte', packed({ version: 1, frames: [{ ...one, bytes: 3.5 }] }, four)],
    ['a frame past the end', packed({ version: 1, frames: [{ ...one, bytes: 5 }] }, four)],
    ['a second frame past the end', packed({ version: 1, frames: [one, one] }, four)],
    ['bytes left over', packed({ version: 1, frames: [one] }, four, four)],
    [
      'a time before the frame before',
      packed({ version: 1, frames: [{ ...one, atMs: 5 }, one] }, four, four),
    ],
    ['a negative time', packed({ version: 1, frames: [{ ...one, atMs: -1 }] }, four)],
    ['a prompt that is a text', packed({ version: 1, frames: [{ ...one, prompt: 'nod' }] }, four)],
    ['a prompt out of bounds', packed({ version: 1, frames: [{ ...one, prompt: 10 }] }, four)],
  ])('is refused: %s', (_, bytes) => {
    expect(() => unpackFace(bytes)).toThrow(RangeError);
  });
});

describe('a voice sample', () => {
  it.each(voiceContainers)('gives back the %s recording that was packed', (container) => {
    const recording = jpeg(1000);
    expect(unpackVoice(packVoice({ container, recording }))).toEqual({ container, recording });
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array(0)],
    ['an unknown container', packed({ version: 1, container: 'caf', bytes: 4 }, four)],
    ['another version', packed({ version: 0, container: 'wav', bytes: 4 }, four)],
    ['an empty recording', packed({ version: 1, container: 'wav', bytes: 0 })],
    ['bytes left over', packed({ version: 1, container: 'wav', bytes: 4 }, four, four)],
    ['bytes missing', packed({ version: 1, container: 'wav', bytes: 5 }, four)],
    ['a further member', packed({ version: 1, container: 'wav', bytes: 4, x: 1 }, four)],
    ['too much', packed({ version: 1, container: 'wav', bytes: 960 * 1024 }, new Uint8Array(960 * 1024))],
  ])('is refused: %s', (_, bytes) => {
    expect(() => unpackVoice(bytes)).toThrow(RangeError);
  });
});

describe('an identity sample', () => {
  const identity = { name: '买买提·艾力', idNumber: '99010119900101001X', validUntil: '2036-02-29' };

  it('gives back what was packed, with a capital X', () => {
    expect(unpackIdentity(packIdentity(identity))).toEqual(identity);
    expect(unpackIdentity(packIdentity({ ...identity, idNumber: '99010119900101001x' }))).toEqual(identity);
    const longTerm = { ...identity, validUntil: 'long-term' };
    expect(unpackIdentity(packIdentity(longTerm))).toEqual(longTerm);
  });

  it.each([
    ['an empty name', { name: '' }],
    ['a name with white space at its end', { name: '张三 ' }],
    ['a name with a line feed', { name: '张\n三' }],
    ['a name of 51 letters', { name: '张'.repeat(51) }],
    ['a name of invisible characters alone', { name: '\u200b\u2060' }],
    ['a name that turns the direction of writing', { name: '林\u202e知遥' }],
    ['half of a surrogate pair in the name', { name: '林\ud840' }],
    ['a short ID number', { idNumber: '9901' }],
    ['letters in the ID number', { idNumber: '99010119900101A01X' }],
    ['a day that does not exist', { validUntil: '2035-02-29' }],
    ['another word for the end', { validUntil: 'forever' }],
  ])('is refused: %s', (_, change) => {
    expect(() => packIdentity({ ...identity, ...change })).toThrow(RangeError);
  });

  it.each([
    ['a further member', { version: 1, ...identity, x: 1 }],
    ['a missing member', { version: 1, name: identity.name, idNumber: identity.idNumber }],
    ['another version', { version: 2, ...identity }],
    ['a name that is a number', { version: 1, ...identity, name: 1 }],
    ['a list', []],
  ])('is refused when it arrives with %s', (_, value) => {
    expect(() => unpackIdentity(encodeUtf8(JSON.stringify(value)))).toThrow(RangeError);
  });
});
