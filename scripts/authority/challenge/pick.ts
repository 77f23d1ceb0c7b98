import type { Random } from '../../../shared/bytes/random.ts';

/**
 * One of the given things, each as likely as any other: a byte that would favour the first ones is drawn again.
 * @throws RangeError when there is nothing, or more than 256, to choose from
 */
export function pick<T>(from: readonly T[], random: Random): T {
  if (from.length < 1 || from.length > 256) throw new RangeError('pick: 1 to 256 things');
  const fair = 256 - (256 % from.length);
  for (;;) {
    const byte = random(1)[0];
    if (byte === undefined || byte >= fair) continue;
    const picked = from[byte % from.length];
    if (picked !== undefined) return picked;
  }
}
