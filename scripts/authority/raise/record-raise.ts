import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { pick } from '../challenge/pick.ts';
import { isRelated } from '../officers/is-related.ts';
import { raisesLeft } from '../officers/raises-left.ts';
import { shiftOfWord } from '../officers/standing-shift.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Grant } from '../ports/grants.ts';
import type { Case, Point, RaiseFound } from '../ports/officers.ts';
import type { Challenge, Credential } from '../ports/store.ts';
import { credentialNow } from '../register/credential-standing.ts';
import { grantRaise } from './grant-raise.ts';

/**
 * The point at which all who signed may still raise this credential, or bind or revoke for this person: officers, point and passkeys stand, the shifts stood when they signed, and the
 * day has room. undefined where one of them does not, also where that came about after the word was given.
 */
export function raisingPoint(
  ports: AuthorityPorts,
  { words }: Pick<RaiseFound, 'words'>,
  { person }: Pick<Credential, 'person'>,
): Point | undefined {
  try {
    const points = words.map((word) => {
      const { officer, point } = shiftOfWord(ports, word);
      const room = point && raisesLeft(ports, { officerId: officer.id, pointId: point.pointId }) > 0;
      return room && !isRelated(ports, person, officer) ? point : undefined;
    });
    const [first] = points;
    return points.every((point) => point !== undefined && point.pointId === first?.pointId)
      ? first
      : undefined;
  } catch (fault) {
    if (fault instanceof Problem) return undefined;
    throw fault;
  }
}

/**
 * Writes down what became of a raise, by whom and over what; a pass makes the credential strict at once, and one of some is drawn to be
 * looked at again by another officer. What the holder gave in one that goes to a review waits with it.
 */
export function recordRaise(
  ports: AuthorityPorts,
  { claims }: Challenge,
  of: {
    found: RaiseFound;
    credential: Credential;
    point: Point;
    outcome: 'pass' | 'fail' | 'review';
    gave: Pick<Grant, 'pin' | 'voice'>;
  },
): void {
  const { store, random, now } = ports;
  const { found, credential, point, outcome } = of;
  const isDrawn = pick([...Array(limits.reReviewOneOf).keys()], random) === 0;
  const states = { pass: 'raised', fail: 'refused', review: 'in-review' } as const;
  const added: Case = {
    ...{ id: newId('cas', random), sessionId: claims.sessionId, credential: credential.handle },
    ...{ person: credential.person, pointId: point.pointId, words: [...found.words] },
    cardRead: found.cardRead,
    evidence: store.samples.of(claims.challengeId).map(({ kind, digest }) => ({ kind, digest })),
    ...{ at: now(), state: states[outcome] },
    waitsFor: outcome === 'pass' ? (isDrawn ? 'drawn' : undefined) : found.cause,
  };
  store.cases.add(added);
  const grant: Grant = { ...of.gave, endsAt: found.endsAt };
  if (outcome === 'pass') {
    grantRaise(ports, added, grant);
    thaw(ports, credential.handle);
  }
  if (outcome === 'review') {
    store.grants.put(added.id, grant);
    endEarlier(ports, added, found.endsAt);
  }
}

/** Whoever has shown card and face to an officer has done more than unfreezing takes. A review does not: it may have been frozen since. */
function thaw(ports: AuthorityPorts, handle: string): void {
  const credential = credentialNow(ports, handle);
  if (credential?.state !== 'frozen') return;
  ports.store.credentials.put({ ...credential, state: 'active' });
}

/** A credential ends with the card that was read also while that is in doubt, where it ends the earlier by it. */
function endEarlier(
  ports: AuthorityPorts,
  { id, credential: handle }: Case,
  endsAt: number | undefined,
): void {
  const credential = credentialNow(ports, handle);
  if (credential === undefined || credential.state === 'void' || endsAt === undefined) return;
  const formerEnd = credential.endsAt;
  if (endsAt >= (formerEnd ?? Number.POSITIVE_INFINITY)) return;
  ports.store.grants.noteGiven(id, { pinSalt: undefined, voiceDigest: undefined, endsAt, formerEnd });
  ports.store.credentials.put({ ...credential, endsAt });
}
