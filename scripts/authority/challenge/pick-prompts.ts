import type { Random } from '../../../shared/bytes/random.ts';
import { type FacePrompt, facePrompts } from '../../../shared/challenge.ts';
import { pick } from './pick.ts';

const isTurn = (prompt: FacePrompt) => prompt === 'turn-left' || prompt === 'turn-right';

/** Every order of two different prompts of which one is a turn: a picture cannot follow a turn. */
export const promptPairs: readonly (readonly [FacePrompt, FacePrompt])[] = facePrompts.flatMap((first) =>
  facePrompts
    .filter((second) => second !== first && (isTurn(first) || isTurn(second)))
    .map((second): [FacePrompt, FacePrompt] => [first, second]),
);

/** Two prompts, every pair as likely as any other. */
export function pickPrompts(random: Random): FacePrompt[] {
  return [...pick(promptPairs, random)];
}
