import type { Random } from './random.ts';

/**
 * Decimal digits, each text of them as likely as any other: numbers beyond the last whole multiple are drawn again.
 * @param count 1 to 9
 */
export function drawDigits(random: Random, count: number): string {
  const texts = 10 ** count;
  const most = Math.floor(2 ** 32 / texts) * texts;
  for (;;) {
    const bytes = random(4);
    const drawn = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
    if (drawn < most) return String(drawn % texts).padStart(count, '0');
  }
}
