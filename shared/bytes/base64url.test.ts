import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decodeBase64url, encodeBase64url } from './base64url.ts';

describe('base64url', () => {
  it('agrees with Node on all lengths', () => {
    for (let length = 0; length < 70; length++) {
      const bytes = new Uint8Array(randomBytes(length));
      const text = encodeBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(decodeBase64url(text)).toEqual(bytes);
    }
  });

  it.each([
    ['padding', 'QQ=='],
    ['white space', 'QUJD\n'],
    ['the letters of plain base64', 'a+/b'],
    ['letters beyond ASCII', 'QUJé'],
    ['an impossible length', 'QUJDR'],
    ['two trailing bits', 'QUJ'],
    ['four trailing bits', 'QR'],
  ])('refuses %s', (_, text) => {
    expect(() => decodeBase64url(text)).toThrow(RangeError);
  });
});
