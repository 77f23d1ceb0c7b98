import type { Random } from '../../../shared/bytes/random.ts';
import type { CeremonyRules } from '../../../shared/ceremony-rules.ts';
import { type FacePrompt, facePrompts } from '../../../shared/challenge.ts';

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

const tenDigits = '0123456789';

/** Digits as the ceremony has them: to enrol, all ten in each round, so that each is heard as often. */
export function pickDigits(digits: CeremonyRules['digits'], random: Random): string {
  if (digits.kind === 'enrolment') return tenDigits.repeat(digits.rounds);
  return Array.from({ length: digits.count }, () => pick([...tenDigits], random)).join('');
}

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
