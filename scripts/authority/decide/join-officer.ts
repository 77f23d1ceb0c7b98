import { validityEnd } from '../../../shared/card-validity.ts';
import { ceremonies } from '../../../shared/ceremonies.ts';
import type { RetryHint, SampleKind } from '../../../shared/challenge.ts';
import type { CredentialState } from '../../../shared/credentials.ts';
import { unpackCard } from '../../../shared/sample/unpack-card.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { RaiseFound } from '../ports/officers.ts';
import type { Challenge } from '../ports/store.ts';
import { isSought } from '../raise/is-sought.ts';
import { judgeCard } from '../raise/judge-card.ts';
import { heldWords } from '../raise/signed-words.ts';
import { credentialNow } from '../register/credential-standing.ts';
import type { Decision } from './decision.ts';
import { lackOfCard } from './lack-of-card.ts';

/**
 * Joins what was found of the holder with the card and with the words of the officers: strict where all of them say so and nothing is
 * flagged, a review where an officer or a flag asks for one. What a card or an officer says counts as no failure of the holder's.
 */
export function joinOfficer(
  ports: AuthorityPorts,
  challenge: Challenge,
  samples: Map<SampleKind, Uint8Array>,
  found: Decision,
): Decision {
  const words = heldWords(samples.get('officer-decision'));
  const sealed = samples.get('card');
  const credential = credentialNow(ports, challenge.asked.credential ?? '');
  const [own] = words;
  if (own === undefined || sealed === undefined || credential === undefined)
    throw new TypeError('a raise without its samples');
  const states: readonly CredentialState[] = ceremonies.raise.shownIn;
  if (!states.includes(credential.state)) return unusable(found);
  const card = unpackCard(sealed);
  const cardRead = card.chip === null ? 'typed' : 'chip';
  const endsAt = validityEnd(card.validUntil);
  const finding = judgeCard(ports, credential.person, card);
  const raised = (cause: RaiseFound['cause']): RaiseFound => ({ words, cardRead, cause, endsAt });
  const refused = (hint: RetryHint): Decision => ({
    ...found,
    ...{ outcome: 'fail', hints: [hint], blameless: true, doubtful: false, raised: raised(undefined) },
  });

  const refuser = words.find(({ decision }) => decision.outcome === 'refuse');
  if (refuser !== undefined) return refused('officer-refused');
  const excepted = own.decision.exception === 'name-differs';
  const lack = lackOfCard(finding, excepted);
  // A slip of the finger is typed anew.
  if (lack === 'card-not-matched' && cardRead === 'typed')
    return { ...found, outcome: 'retry', hints: [lack], blameless: true, doubtful: false };
  if (lack !== undefined) return refused(lack);
  if (found.outcome !== 'pass') return found;
  const asked = words.some(({ decision }) => decision.outcome === 'review');
  if (asked || isSought(ports, card))
    return { ...found, outcome: 'review', raised: raised(asked ? 'asked' : 'flagged') };
  return { ...found, level: 'strict', raised: raised(undefined) };
}

/** Whatever becomes of the credential until the verdict is written: nobody has joined card and word to it. */
function unusable(found: Decision): Decision {
  return found.outcome === 'pass' ? { ...found, outcome: 'fail', hints: [], blameless: true } : found;
}
