import type { Text } from './text.ts';

/** basic: applied for online (黑白). strict: raised at an acceptance point, where an officer saw the card (彩色). */
export const levels = ['basic', 'strict'] as const;
export type Level = (typeof levels)[number];

export const levelText = {
  basic: { zh: '黑白网证', en: 'basic' },
  strict: { zh: '彩色网证', en: 'strict' },
} as const satisfies Record<Level, Text>;

/** Whether a credential of the level `held` may be used where `asked` is required. */
export function levelSuffices(held: Level, asked: Level): boolean {
  return levels.indexOf(held) >= levels.indexOf(asked);
}
