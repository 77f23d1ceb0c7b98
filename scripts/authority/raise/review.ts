import { Value } from 'typebox/value';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { BegunDecision, SignedDecision } from '../../../shared/contract/raise/08-decision.ts';
import { ReviewOutcome } from '../../../shared/contract/raise/08-decision.ts';
import { Problem } from '../../../shared/problem.ts';
import { reviewHash } from '../../../shared/raise/review-hash.ts';
import { begin } from '../officers/begun.ts';
import { checkAssertion } from '../officers/check-assertion.ts';
import { raisesLeft } from '../officers/raises-left.ts';
import { type StandingShift, standingShift } from '../officers/standing-shift.ts';
import { stillWaits } from '../officers/still-waits.ts';
import { mayReview } from '../officers/waiting-for.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Case } from '../ports/officers.ts';
import { signOptions } from './begin-decision.ts';
import { reviewCase } from './case-view.ts';
import { grantRaise } from './grant-raise.ts';
import { lowerRaised } from './lower-raised.ts';

/**
 * What the passkey of another officer signs of a case that waits.
 * @throws Problem shift-over, not-found, review-over, second-officer-same, officer-cap-reached, decision-invalid
 */
export async function beginReview(
  ports: AuthorityPorts,
  caseId: string,
  { shiftId, review }: { shiftId: string; review: ReviewOutcome },
): Promise<BegunDecision> {
  const { standing, found } = reviewable(ports, caseId, shiftId, review);
  if ((review.outcome === 'contest') !== (review.doubt !== undefined)) throw new Problem('decision-invalid');
  const salt = encodeBase64url(ports.random(32));
  const challenge = reviewHash({ reviewed: reviewCase(found), shiftId, salt, ...review });
  const held = JSON.stringify(review);
  const ceremony = begin(ports, { purpose: 'review', about: `${caseId} ${shiftId}`, challenge, held });
  const keys = ports.store.officers.passkeysOf(standing.officer.id);
  return { ceremony, options: await signOptions(ports, challenge, keys), salt, evidence: found.evidence };
}

/**
 * Decides a case of another officer's by an assertion: confirmed it is strict, and what the holder gave in it stands; contested it is basic, and
 * that is gone. Of what stands, or was raised anew since, a confirmation changes nothing.
 * @throws Problem passkey-refused, shift-over, not-found, review-over, second-officer-same, officer-cap-reached
 */
export async function review(
  ports: AuthorityPorts,
  caseId: string,
  { shiftId, ceremony, assertion }: { shiftId: string } & SignedDecision,
): Promise<void> {
  const expected = { purpose: 'review', about: `${caseId} ${shiftId}` } as const;
  const { officer, passkeyId, held } = await checkAssertion(ports, expected, { ceremony, assertion });
  const decided = Value.Parse(ReviewOutcome, JSON.parse(held));
  const { store } = ports;
  store.together(() => {
    const { standing, found } = reviewable(ports, caseId, shiftId, decided);
    if (standing.officer.id !== officer.id) throw new Problem('passkey-refused');
    const confirmed = decided.outcome === 'confirm';
    const grant = store.grants.take(caseId);
    if (!confirmed) lowerRaised(ports, found, 'gone');
    else if (found.state === 'in-review' && !store.cases.raisedAfter(found.person, found.at))
      grantRaise(ports, found, grant);
    const state = confirmed ? 'raised' : 'refused';
    store.cases.settle(caseId, { state, by: officer.id, passkeyId, at: ports.now() });
    store.credentials.noteChange(found.credential);
  });
}

function reviewable(
  ports: AuthorityPorts,
  caseId: string,
  shiftId: string,
  { outcome }: Pick<ReviewOutcome, 'outcome'>,
): { standing: StandingShift; found: Case } {
  const standing = standingShift(ports, ports.store.shifts.find(shiftId));
  const { officer, point } = standing;
  if (point === undefined) throw new Problem('shift-over');
  const found = ports.store.cases.find(caseId);
  if (found === undefined) throw new Problem('not-found');
  if (!stillWaits(ports, found)) throw new Problem('review-over');
  if (!mayReview(ports, found, officer)) throw new Problem('second-officer-same');
  const { pointId } = point;
  if (outcome === 'confirm' && raisesLeft(ports, { officerId: officer.id, pointId }) === 0)
    throw new Problem('officer-cap-reached');
  return { standing, found };
}
