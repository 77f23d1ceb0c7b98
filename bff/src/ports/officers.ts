import type { DecisionTaken } from '../../../shared/contract/authority/officers.ts';
import type { BegunShift, Enrolment, OpenedShift } from '../../../shared/contract/officer/shift.ts';
import type { OfficerShift, RegisteredPoint, ShiftClaims } from '../../../shared/contract/officer/terms.ts';
import type { PasskeyAssertion } from '../../../shared/contract/operator/passkey.ts';
import type {
  BegunDecision,
  ReviewOutcome,
  ReviewPage,
  SignedDecision,
  ToldCases,
} from '../../../shared/contract/raise/08-decision.ts';
import type { ChallengeId } from '../../../shared/ids.ts';
import type { RaiseDecision } from '../../../shared/raise/decision.ts';

/** What begins a ceremony with a passkey. */
interface Begun {
  ceremony: string;
  options: object;
}

/**
 * The officers of the authority as the steps see them: everything is relayed, nothing is decided here, and none of it makes an officer. Every
 * function throws a Problem.
 */
export interface Officers {
  beginEnrolment(invite: string): Promise<Begun & { name: string }>;
  enrol(enrolment: Enrolment): Promise<{ name: string }>;
  /** @param key the thumbprint of the browser's key, to which the shift is to be bound */
  beginShift(key: string): Promise<BegunShift>;
  /** @param given.key the one that it was begun for */
  openShift(given: { ceremony: string; assertion: PasskeyAssertion; key: string }): Promise<OpenedShift>;
  /** The claims of a shift token that the authority signed and that has not run out. @throws Problem token-invalid */
  readToken(token: string): Promise<ShiftClaims>;
  /** @throws Problem shift-over where it stands no more */
  readShift(shiftId: string): Promise<OfficerShift>;
  /** The same, and its officer is at work: a shift that nobody uses is over. @throws Problem shift-over */
  noteUse(shiftId: string): Promise<OfficerShift>;
  endShift(shiftId: string): Promise<void>;
  /** The challenge as a party of this role is told of it. */
  partyChallenge(challengeId: ChallengeId, role: string): Promise<{ challenge: string; keyList: string }>;
  beginDecision(
    challengeId: ChallengeId,
    asked: { shiftId: string; decision: RaiseDecision },
  ): Promise<BegunDecision>;
  decide(challengeId: ChallengeId, signed: SignedDecision & { shiftId: string }): Promise<DecisionTaken>;
  /** @param after where an earlier page ended */
  listReviews(shiftId: string, after: string | undefined): Promise<ReviewPage>;
  findReview(shiftId: string, reference: string): Promise<ToldCases>;
  beginReview(caseId: string, asked: { shiftId: string; review: ReviewOutcome }): Promise<BegunDecision>;
  review(caseId: string, signed: SignedDecision & { shiftId: string }): Promise<void>;
  listPoints(): Promise<RegisteredPoint[]>;
}
