import { validityEnd } from '../../../shared/card-validity.ts';
import type { RetryHint, SampleKind } from '../../../shared/challenge.ts';
import { ownFaceFrom, wardFormAt } from '../../../shared/family.ts';
import * as limits from '../../../shared/limits.ts';
import { birthDateIn } from '../../../shared/resident-id.ts';
import type { Kin } from '../../../shared/sample/kin.ts';
import { unpackCard } from '../../../shared/sample/unpack-card.ts';
import { unpackKin } from '../../../shared/sample/unpack-kin.ts';
import { hasOwnCredential } from '../family/has-own-credential.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { FaceJudgement, Template } from '../ports/engines.ts';
import type { Bound } from '../ports/family.ts';
import type { Challenge } from '../ports/store.ts';
import { judgeCard } from '../raise/judge-card.ts';
import { heldWords } from '../raise/signed-words.ts';
import { adultFrom, ageOn, bornOf } from '../register/age-on.ts';
import { isReportedLost } from '../register/is-reported-lost.ts';
import { type Decision, decisionOf } from './decision.ts';
import { judgeFace } from './judge-face.ts';
import { refuseGuardian } from './refuse-guardian.ts';

/**
 * Joins what was found of the guardian with the guardian's card, the ward's documents, the face of a ward who is grown, and the officer's word: a delegation where all
 * of them agree. What cards, documents or an officer say counts as no failure of the guardian's. Of the card nothing is told before the guardian's face fits, and of the ward nothing
 * before the card and both faces do; what was read or typed for nothing counts towards the officers' day: a desk is no place to ask who has a credential.
 * @param asTold a script of a test has said what is found of faces: none is looked at
 */
export async function joinFamily(
  ports: AuthorityPorts,
  challenge: Challenge,
  samples: Map<SampleKind, Uint8Array>,
  found: Decision,
  asTold: boolean,
): Promise<Decision> {
  const words = heldWords(samples.get('officer-decision'));
  const [sealedCard, sealedKin] = [samples.get('card'), samples.get('kin')];
  const [own] = words;
  if (own === undefined || sealedCard === undefined || sealedKin === undefined || found.person === undefined)
    throw new TypeError('a family without its samples');
  const refused = (outcome: 'fail' | 'retry', hint: RetryHint): Decision => ({
    ...{ ...found, outcome, hints: [hint] },
    ...{ blameless: true, doubtful: false },
  });
  if (words.some(({ decision }) => decision.outcome !== 'pass')) return refused('fail', 'officer-refused');
  // Of anybody else nothing is told to whom we do not know.
  if (found.outcome !== 'pass') return found;
  const nameExcepted = own.decision.exception === 'name-differs';
  const other = refuseGuardian(ports, found.person, unpackCard(sealedCard), nameExcepted);
  if (other !== undefined) return { ...refused(other.outcome, other.hint), refusedTo: words };
  const kin = unpackKin(sealedKin);
  const { person: ward, known, nameFits } = ports.register.look(kin.ward.idNumber, kin.ward.name);
  const born = birthDateIn(kin.ward.idNumber);
  // A slip of the finger is typed anew.
  if (!known || !nameFits || born === undefined || ward === found.person)
    return { ...refused('retry', 'kin-not-matched'), refusedTo: words };
  const unfit = unfitFor(ports, challenge, found.person, { kin, born });
  if (unfit !== undefined) return refused('fail', unfit);
  const seen = asTold ? undefined : await seeWard(ports, challenge, samples, ward);
  const seenFace = [...(found.seenFace ?? []), ...(seen?.digests ?? [])];
  const judged = decisionOf(seen?.findings ?? [], { ...found, seenFace });
  if (judged.outcome !== 'pass') return { ...judged, blameless: true, refusedTo: words };
  const lack = lackOf(ports, found.person, { kin, ward });
  if (lack !== undefined) return { ...refused('fail', lack), seenFace, refusedTo: words };
  const bound: Bound = {
    ...{ words: [own, ...words.slice(1)], ward, born, relation: kin.relation, scenes: kin.scenes },
    ...{ form: wardFormAt(ageOn(born, ports.now())), face: seen?.template ?? undefined },
    consent: kin.consents || undefined,
    document: kin.document,
    cardEnds: kin.document === 'card' ? validityEnd(kin.ward.validUntil) : undefined,
  };
  return { ...judged, bound };
}

/** What stands against it whoever the ward is: nobody's face is looked at who did not agree. */
function unfitFor(
  { store, now }: AuthorityPorts,
  { asked }: Challenge,
  guardian: string,
  { kin, born }: { kin: Kin; born: string },
): RetryHint | undefined {
  const grown = ageOn(born, now()) >= ownFaceFrom;
  if (grown !== (asked.grown === true) || (grown && kin.document !== 'card')) return 'kin-other-form';
  if (grown && !kin.consents) return 'kin-refused';
  const guardianBorn = bornOf(store, guardian);
  return guardianBorn === undefined || ageOn(guardianBorn, now()) < adultFrom
    ? 'guardian-not-of-age'
    : undefined;
}

/** What stands against it beside faces, by what is known of the ward. */
function lackOf(
  ports: AuthorityPorts,
  guardian: string,
  { kin, ward }: { kin: Kin; ward: string },
): RetryHint | undefined {
  // One that somebody looks for, or that was reported lost, is none either: there is no review of a binding.
  if (
    kin.document === 'card' &&
    (judgeCard(ports, ward, kin.ward) !== 'fits' || isReportedLost(ports, ward, kin.ward))
  )
    return 'card-doubted';
  if (hasOwnCredential(ports, ward)) return 'kin-has-phone';
  const others = ports.store.delegations.ofGuardian(guardian).filter((each) => each.ward !== ward);
  return others.length >= limits.wardsPerGuardian ? 'family-full' : undefined;
}

/** The ward's own face, as the officer's browser took it; none where the ward is known by documents. */
async function seeWard(
  ports: AuthorityPorts,
  challenge: Challenge,
  samples: Map<SampleKind, Uint8Array>,
  ward: string,
): Promise<FaceJudgement | undefined> {
  const face = samples.get('kin-face');
  if (face === undefined) return undefined;
  const photo = async (): Promise<(Template | undefined)[]> => [await ports.register.photoOf(ward)];
  return judgeFace(ports, challenge, new Map([['face', face]]), photo);
}
