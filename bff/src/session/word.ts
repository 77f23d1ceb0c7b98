import { type Static, Type } from 'typebox';
import { drawDigits } from '../../../shared/bytes/draw-digits.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import { exact } from '../../../shared/contract/schema.ts';
import { CounterWord } from '../../../shared/contract/verify/08-word.ts';
import { demandsWord, type Scanned, type WordPolicy } from '../../../shared/counter-word.ts';
import * as limits from '../../../shared/limits.ts';

const missing = {
  /** What the phone shows and the holder says. */
  digits: CounterWord,
  /** The phone has shown it with an earlier attempt, and goes on: the holder may be saying it right now. */
  seen: Type.Optional(Type.Literal(true)),
};
const awaited = exact({ stage: Type.Literal('awaited'), ...missing });
/** `tried`: what did not fit. */
const again = exact({
  ...{ stage: Type.Literal('again'), ...missing },
  tried: Type.Array(CounterWord, { minItems: 1, maxItems: limits.wordTries - 1 }),
});
/** The right word has come, or the last try that did not fit; the digits are of no more use. */
const taken = exact({ stage: Type.Literal('taken'), fits: Type.Boolean() });

/** The counter word while it is missing. */
export const WordMissing = Type.Union([awaited, again]);
export type WordMissing = Static<typeof WordMissing>;

/** The counter word of one claim, and how far the clerk has come with it. */
export const Word = Type.Union([awaited, again, taken]);
export type Word = Static<typeof Word>;

/** What a claim keeps of the counter word: fresh digits where the policy demands them of a scan like this, and nothing where not. */
export function drawWord(random: Random, policy: WordPolicy, scanned: Scanned): { word?: WordMissing } {
  if (!demandsWord(policy, scanned)) return {};
  return { word: { stage: 'awaited', digits: drawDigits(random, limits.wordDigits) } };
}
