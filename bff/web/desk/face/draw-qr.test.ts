import jsqr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../../../../shared/bytes/base64url.ts';
import { type DrawnQr, drawQr } from './draw-qr.ts';

const part = () => encodeBase64url(crypto.getRandomValues(new Uint8Array(16)));
const codeOf = (host: string) => `https://${host}/q/1.${part()}.2699.${part()}`;
const modulePixels = 4;
/** Bundlers and Node disagree about what a CommonJS module exports by default. */
const decode: typeof jsqr = Reflect.get(jsqr, 'default') ?? jsqr;

/** Draws it as a screen does, the mark's square full of `fill`, and reads it as a phone does. */
function read(
  { size, path, mark = 0 }: DrawnQr,
  fill: (x: number, y: number) => boolean,
): string | undefined {
  const dark = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let at = Number(x); at < Number(x) + Number(length); at++) {
      const row = dark[Number(y)];
      if (row !== undefined) row[at] = true;
    }
  const [from, to] = [(size - mark) / 2, (size + mark) / 2];
  const side = size * modulePixels;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const [column, row] = [Math.floor(x / modulePixels), Math.floor(y / modulePixels)];
      const hidden = column >= from && column < to && row >= from && row < to;
      const isDark = hidden ? fill(column, row) : dark[row]?.[column] === true;
      if (isDark) pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  return decode(pixels, side, side)?.data;
}

describe('the counter code as it is drawn', () => {
  it.each(['127.0.0.1:8080', 'id.example', 'verify.counter.city.example.gov.cn'])(
    'is read under the mark, whatever colours that has, from %s',
    (host) => {
      for (let round = 0; round < 20; round++) {
        const code = codeOf(host);
        const drawn = drawQr(code);
        expect(drawn.mark).toBe(7);
        for (const fill of [() => false, () => true, (x: number, y: number) => (x + y) % 2 === 0])
          expect(read(drawn, fill)).toBe(code);
      }
    },
  );

  it('has no mark where a long host needs the middle, and is read', () => {
    const code = codeOf(`${'a-long-name.'.repeat(4)}example`);
    const drawn = drawQr(code);
    expect(drawn.mark).toBeUndefined();
    expect(read(drawn, () => false)).toBe(code);
  });
});
