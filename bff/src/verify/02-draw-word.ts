import { drawDigits } from '../../../shared/bytes/draw-digits.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import { demandsWord, type Scanned, type WordPolicy } from '../../../shared/counter-word.ts';
import { limits } from '../../../shared/limits.ts';
import type { WordMissing } from '../session/word.ts';

/** What a claim keeps of the counter word: fresh digits where the policy demands them of a scan like this, and nothing where not. */
export function drawWord(random: Random, policy: WordPolicy, scanned: Scanned): { word?: WordMissing } {
  if (!demandsWord(policy, scanned)) return {};
  return { word: { stage: 'awaited', digits: drawDigits(random, limits.wordDigits) } };
}
