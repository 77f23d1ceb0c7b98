import { describe, expect, it } from 'vitest';
import { concatBytes } from './concat.ts';
import { equalBytes } from './equal.ts';
import { decodeHex, encodeHex } from './hex.ts';
import { decodeU32, encodeU32, lengthPrefixed } from './length-prefixed.ts';

describe('byte strings', () => {
  it('joins without sharing memory', () => {
    const part = Uint8Array.of(1, 2);
    const joined = concatBytes(part, new Uint8Array(0), Uint8Array.of(3));
    part[0] = 9;
    expect(joined).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('tells equal from unequal, by content and by length', () => {
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
    expect(equalBytes(Uint8Array.of(0), new Uint8Array(0))).toBe(false);
    expect(equalBytes(Uint8Array.of(1), Uint8Array.of(1, 0))).toBe(false);
  });

  it('gives different bytes for fields that would join to the same text', () => {
    const forms = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], ['', 'abc']].map((fields) =>
      encodeHex(lengthPrefixed(fields)),
    );
    expect(new Set(forms).size).toBe(forms.length);
    expect(encodeHex(lengthPrefixed(['证', Uint8Array.of(7)]))).toBe('00000003e8af810000000107');
  });

  it('reads and writes 32-bit numbers and refuses what is none', () => {
    for (const value of [0, 1, 0x80000000, 0xffffffff]) expect(decodeU32(encodeU32(value), 0)).toBe(value);
    for (const value of [-1, 1.5, 0x100000000, Number.NaN])
      expect(() => encodeU32(value)).toThrow(RangeError);
    expect(() => decodeU32(Uint8Array.of(1, 2, 3, 4), 1)).toThrow(RangeError);
  });

  it('reads and writes hexadecimal and refuses what is none', () => {
    expect(encodeHex(decodeHex('00fFa0'))).toBe('00ffa0');
    for (const text of ['0', '0g', ' 00', '0x00']) expect(() => decodeHex(text)).toThrow(RangeError);
  });
});
