import type { SampleKind } from '../../../shared/challenge.ts';
import { unpackCard } from '../../../shared/sample/unpack-card.ts';
import { personOfCard } from '../assist/person-of-card.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Challenge } from '../ports/store.ts';
import { judgeCard } from '../raise/judge-card.ts';
import { heldWords } from '../raise/signed-words.ts';
import { adultFrom, ageOn, bornOf } from '../register/age-on.ts';
import type { Decision } from './decision.ts';

/**
 * Whether somebody who is of age, and whom an officer sees before them with the card, has no guardian from now on. It passes too where nobody answers for
 * them: no officer learns for whom somebody does. Nothing of it counts as a failure of anybody's.
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
  if (words.some(({ decision }) => decision.outcome !== 'pass'))
    return { ...about, outcome: 'fail', hints: ['officer-refused'] };
  switch (judgeCard(ports, person, card)) {
    case 'forged':
    case 'flagged':
      return { ...about, outcome: 'fail', hints: ['card-doubted'] };
    case 'expired':
      return { ...about, outcome: 'fail', hints: ['card-expired'] };
    case 'of-another':
    case 'name-differs':
      return { ...about, outcome: 'retry', hints: ['kin-not-matched'] };
    case 'fits':
      return isAdult(ports, person)
        ? { ...about, outcome: 'pass', hints: [], revokes: { ward: person, words } }
        : { ...about, outcome: 'fail', hints: ['not-of-age'] };
  }
}

function isAdult({ store, now }: AuthorityPorts, person: string): boolean {
  const born = bornOf(store, person);
  return born !== undefined && ageOn(born, now()) >= adultFrom;
}
