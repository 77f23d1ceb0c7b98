import { ceremonies } from '../../../shared/ceremonies.ts';
import type { CeremonyRules } from '../../../shared/ceremony-rules.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Evidence } from '../../../shared/raise/decision-hash.ts';
import { unpackCard } from '../../../shared/sample/unpack-card.ts';
import { personOfCard } from '../assist/person-of-card.ts';
import { isRelated } from '../officers/is-related.ts';
import { raisesLeft } from '../officers/raises-left.ts';
import { type StandingShift, standingShift } from '../officers/standing-shift.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { SignedWord } from '../ports/officers.ts';
import type { Challenge } from '../ports/store.ts';
import { heldWords } from './signed-words.ts';

/** A challenge that only lacks the word of an officer, and the officer who may give it. */
export interface Decidable {
  challenge: Challenge;
  standing: StandingShift;
  evidence: Evidence[];
  /** What another officer has signed already. */
  earlier: SignedWord[];
}

/**
 * That this shift may decide this challenge now: all samples have come, it is of the same point or counter, the first word is that of the session's own
 * officer and the second one somebody else's, nobody decides about himself, and the day has room.
 * @throws Problem not-found, challenge-expired, sample-not-awaited, step-out-of-order, shift-over, officer-may-not,
 * officer-cap-reached, second-officer-same
 */
export function decidable(ports: AuthorityPorts, challengeId: string, shiftId: string): Decidable {
  const { store, now, heldSamples } = ports;
  const challenge = store.challenges.find(challengeId);
  if (challenge === undefined) throw new Problem('not-found');
  const { claims, asked, expiresAt } = challenge;
  const standing = standingShift(ports, store.shifts.find(shiftId));
  const { officer, point, shift } = standing;
  if (officer.counterId !== asked.counterId || officer.rpId !== asked.rpId) throw new Problem('shift-over');
  const rules: CeremonyRules = ceremonies[claims.ceremony];
  if (officer.role !== rules.officer) throw new Problem('officer-may-not');
  if (now() >= expiresAt || store.challenges.isEnded(challengeId)) throw new Problem('challenge-expired');
  const accepted = store.samples.of(challengeId);
  const missing = claims.samples.filter((kind) => !accepted.some((sample) => sample.kind === kind));
  if (!missing.includes('officer-decision')) throw new Problem('sample-not-awaited');
  if (missing.length > 1) throw new Problem('step-out-of-order');

  const earlier = heldWords(heldSamples.look(challengeId, 'officer-decision'));
  if (earlier.length === 0 && shift.key !== claims.parties?.officer) throw new Problem('not-found');
  if (earlier.some(({ officerId }) => officerId === officer.id)) throw new Problem('second-officer-same');
  const person = whoseItIs(ports, challenge);
  if (person === undefined || isRelated(ports, person, officer)) throw new Problem('officer-may-not');
  if (point !== undefined && raisesLeft(ports, { officerId: officer.id, pointId: point.pointId }) === 0)
    throw new Problem('officer-cap-reached');
  const evidence = accepted.map(({ kind, digest }) => ({ kind, digest }));
  return { challenge, standing, evidence, earlier };
}

/** By the credential that is shown, or by the card that the officer has sent. */
function whoseItIs(ports: AuthorityPorts, { asked, claims }: Challenge): string | undefined {
  if (asked.credential !== undefined) return ports.store.credentials.find(asked.credential)?.person;
  const card = ports.heldSamples.look(claims.challengeId, 'card');
  return card && personOfCard(ports, unpackCard(card));
}
