import { expect, it } from 'vitest';
import { drawDigits } from './draw-digits.ts';

/** A source that gives these numbers, one after the other. */
function numbers(...drawn: number[]) {
  return () => {
    const bytes = new Uint8Array(6).subarray(1, 5);
    new DataView(bytes.buffer, bytes.byteOffset, 4).setUint32(0, drawn.shift() ?? 0);
    return bytes;
  };
}

it.each([
  [6, 4_294_000_000],
  [3, 4_294_967_000],
])(
  '%d digits are as likely as any other: what lies beyond the last whole multiple is drawn again',
  (count, beyond) => {
    const random = numbers(beyond, 2 ** 32 - 1, beyond - 1, beyond);
    expect(drawDigits(random, count)).toBe('9'.repeat(count));
    expect(drawDigits(random, count)).toBe('0'.repeat(count));
  },
);

it('a small number keeps its zeros', () => {
  expect(drawDigits(numbers(7), 3)).toBe('007');
});
