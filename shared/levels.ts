import type { Text } from './text.ts';

/** basic: applied for online (黑白). strict: raised at an acceptance point, where an officer saw the card (彩色). */
export const levels = ['basic', 'strict'] as const;
export type Level = (typeof levels)[number];

/** A credential of that level, by what was done for it: said wherever one is asked for, shown or kept. */
export const levelText = {
  basic: { zh: '线上办理的网证', en: 'a credential applied for online' },
  strict: { zh: '当面核验的网证', en: 'a credential checked in person' },
} as const satisfies Record<Level, Text>;

/** Whether a credential of the level `held` may be used where `asked` is required. */
export function levelSuffices(held: Level, asked: Level): boolean {
  return levels.indexOf(held) >= levels.indexOf(asked);
}
