import type { SampleKind } from '../../../shared/challenge.ts';
import { levelSuffices } from '../../../shared/levels.ts';
import { unpackCard } from '../../../shared/sample/unpack-card.ts';
import { unpackPin } from '../../../shared/sample/unpack-pin.ts';
import { checkPin } from '../assist/check-pin.ts';
import { credentialOf } from '../assist/credential-of.ts';
import { personOfCard } from '../assist/person-of-card.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Challenge, Credential } from '../ports/store.ts';
import { judgeCard } from '../raise/judge-card.ts';
import { heldWords } from '../raise/signed-words.ts';
import { type Decision, outcomeOf } from './decision.ts';
import { enrolVoice } from './enrol-voice.ts';
import { hearPerson } from './hear-person.ts';

/** What was typed or said does not fit, or there is nobody whom it could fit: one answer for all of these. */
type Fit = Pick<Decision, 'outcome' | 'hints' | 'doubtful' | 'seenVoice'>;
const noFit: Fit = { outcome: 'retry', hints: [] };

/**
 * Whether the card is genuine and in time, the attendant sees its owner before them, and its owner has a live credential of the level and
 * types its PIN or says the digits in their own voice. Of all that does not fit nobody is told which, so that no attendant learns who has a
 * credential, a voice or a PIN; what is wrong with the card can be read off it.
 */
export async function decideAssist(
  ports: AuthorityPorts,
  { asked, claims }: Challenge,
  samples: Map<SampleKind, Uint8Array>,
): Promise<Decision> {
  const sealed = samples.get('card');
  const words = heldWords(samples.get('officer-decision'));
  if (sealed === undefined || words.length === 0) throw new TypeError('a check without its samples');
  const card = unpackCard(sealed);
  const person = personOfCard(ports, card);
  const finding = judgeCard(ports, person, card);
  const found = credentialOf(ports, person);
  const credential = found && levelSuffices(found.level, asked.level) ? found : undefined;
  const usable = finding === 'fits' ? credential : undefined;
  const pin = samples.get('pin');
  const pinSalt = pin && usable && ports.store.pins.saltOf(usable.person);
  const fit =
    pin === undefined
      ? await fitOfVoice(ports, usable, claims.digits, samples.get('voice'))
      : (await checkPin(ports, usable?.person, unpackPin(pin)))
        ? ({ outcome: 'pass', hints: [] } as const)
        : noFit;
  const about = { level: asked.level, person: found?.person, byCard: { credential, words, pinSalt } };
  const refused = words.some(({ decision }) => decision.outcome !== 'pass');
  if (refused) return { ...about, outcome: 'fail', hints: ['officer-refused'], blameless: true };
  switch (finding) {
    case 'forged':
    case 'flagged':
      return { ...about, outcome: 'fail', hints: ['card-doubted'], blameless: true };
    case 'expired':
      return { ...about, outcome: 'fail', hints: ['card-expired'], blameless: true };
    case 'fits':
    case 'name-differs':
    case 'of-another':
      return { ...about, ...fit, ...(usable && fit.outcome === 'pass' && { level: usable.level }) };
  }
}

async function fitOfVoice(
  ports: AuthorityPorts,
  credential: Credential | undefined,
  digits: string,
  sample: Uint8Array | undefined,
): Promise<Fit> {
  const heard = credential && (await hearPerson(ports, credential, digits, sample));
  if (heard === undefined) {
    // It is listened to all the same: how long an answer takes tells nobody who has a credential or a voice.
    await enrolVoice(ports, digits, sample);
    return noFit;
  }
  const outcome = outcomeOf(heard.findings);
  if (outcome === 'pass') return { outcome, hints: [], seenVoice: heard };
  // A wrong voice is answered like none, and counted as what it is.
  return { ...noFit, doubtful: outcome === 'fail', seenVoice: heard };
}
