import type { RetryHint, SampleKind } from '../../../shared/challenge.ts';
import { birthDateIn } from '../../../shared/resident-id.ts';
import type { Card } from '../../../shared/sample/card.ts';
import { unpackCard } from '../../../shared/sample/unpack-card.ts';
import { personOfCard } from '../assist/person-of-card.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Challenge } from '../ports/store.ts';
import { judgeCard } from '../raise/judge-card.ts';
import { heldWords } from '../raise/signed-words.ts';
import { adultFrom, ageOn } from '../register/age-on.ts';
import { isReportedLost } from '../register/is-reported-lost.ts';
import type { Decision } from './decision.ts';

/**
 * Whether somebody who is of age, and whom an officer sees before them with the card, has no guardian from now on. It passes too where nobody answers for
 * them: no officer learns for whom somebody does. Nothing of it counts as a failure of anybody's; what officers signed for nothing counts towards their day, as
 * what passes does: a desk is no place to ask whose name goes with a number.
 */
export async function decideRevoke(
  ports: AuthorityPorts,
  { asked }: Challenge,
  samples: Map<SampleKind, Uint8Array>,
): Promise<Decision> {
  const sealed = samples.get('card');
  const words = heldWords(samples.get('officer-decision'));
  if (sealed === undefined || words.length === 0) throw new TypeError('a revocation without its samples');
  const card = unpackCard(sealed);
  const person = personOfCard(ports, card);
  const about = {
    ...{ level: asked.level, person: undefined, blameless: true },
    byCard: { credential: undefined, words },
  };
  // The officer's own no is told before anything of the card: it asks nothing, and costs nothing.
  if (words.some(({ decision }) => decision.outcome !== 'pass'))
    return { ...about, outcome: 'fail', hints: ['officer-refused'] };
  const lack = lackOf(ports, person, card);
  return lack === undefined
    ? { ...about, outcome: 'pass', hints: [], revokes: { ward: person, words } }
    : { ...about, outcome: lack.outcome, hints: [lack.hint], refusedTo: words };
}

/**
 * What can be read off the card comes first, and tells nothing of whoever it is of. Then a typed one has one answer, whether its number is nobody's, the name another's
 * or the card reported lost: whoever types learns no more than that it is none. Of one that was read the desk learns that it does not count.
 */
function lackOf(
  ports: AuthorityPorts,
  person: string,
  card: Card,
): { outcome: 'fail' | 'retry'; hint: RetryHint } | undefined {
  const finding = judgeCard(ports, person, card);
  if (finding === 'forged') return { outcome: 'fail', hint: 'card-doubted' };
  if (finding === 'expired') return { outcome: 'fail', hint: 'card-expired' };
  if (isMinor(ports, card)) return { outcome: 'fail', hint: 'not-of-age' };
  if (finding === 'of-another' || finding === 'name-differs')
    return { outcome: 'retry', hint: 'kin-not-matched' };
  if (finding === 'flagged') return { outcome: 'fail', hint: 'card-doubted' };
  if (!isReportedLost(ports, person, card)) return undefined;
  return card.chip === null
    ? { outcome: 'retry', hint: 'kin-not-matched' }
    : { outcome: 'fail', hint: 'card-doubted' };
}

/** By the number on the card alone, whether there is such a person or not. */
function isMinor({ now }: AuthorityPorts, { idNumber }: Card): boolean {
  const born = birthDateIn(idNumber);
  return born !== undefined && ageOn(born, now()) < adultFrom;
}
