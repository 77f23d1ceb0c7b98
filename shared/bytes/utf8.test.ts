import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

const texts = ['', 'abc\0', 'é', '亮证', '𠮷😀', '\uFEFFx', '\u07ff\u0800\uffff\u{10000}\u{10ffff}'];

describe('utf-8', () => {
  it.each(texts)('agrees with TextEncoder and TextDecoder on %j', (text) => {
    const bytes = new Uint8Array(new TextEncoder().encode(text));
    expect(encodeUtf8(text)).toEqual(bytes);
    expect(decodeUtf8(bytes)).toBe(text);
  });

  it.each(['\ud800', 'a\udc00', '\udc00\ud800'])('refuses to encode half a surrogate pair %j', (text) => {
    expect(() => encodeUtf8(text)).toThrow(RangeError);
  });

  it('refuses exactly the byte strings that a fatal TextDecoder refuses', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const firsts = [
      0x00, 0x41, 0x7f, 0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff,
    ];
    const nexts = [0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0];
    for (const a of firsts) {
      for (const b of nexts) {
        for (const c of nexts) {
          for (const d of nexts) {
            const bytes = Uint8Array.of(a, b, c, d);
            let expected: string | undefined;
            try {
              expected = strict.decode(bytes);
            } catch {
              expected = undefined;
            }
            if (expected === undefined) expect(() => decodeUtf8(bytes)).toThrow(RangeError);
            else expect(decodeUtf8(bytes)).toBe(expected);
          }
        }
      }
    }
  });

  it.each([[[0xc3]], [[0xe4, 0xba]], [[0xf0, 0x9f, 0x98]]])('refuses a cut sequence %j', (bytes) => {
    expect(() => decodeUtf8(Uint8Array.from(bytes))).toThrow(RangeError);
  });
});
