import type { SampleKind } from '../../../../shared/challenge.ts';
import type { PartyChallengeClaims } from '../../../../shared/contract/authority/03-challenge.ts';
import type { ShiftClaims } from '../../../../shared/contract/officer/terms.ts';
import type {
  BegunDecision,
  ReviewOutcome,
  SignedDecision,
} from '../../../../shared/contract/raise/08-decision.ts';
import type { RaiseDecision } from '../../../../shared/raise/decision.ts';
import { decisionHash } from '../../../../shared/raise/decision-hash.ts';
import { type Reviewed, reviewHash } from '../../../../shared/raise/review-hash.ts';
import { Refused } from '../../staff/call/refused.ts';
import { type Sign, signHere } from './sign-here.ts';

/** What this page has sealed and sent for an attempt: SHA-256 of each envelope, base64url. */
export type Sent = Readonly<Partial<Record<SampleKind, string>>>;

/** Of these none may be another than the page has sent. */
const sealedHere: readonly SampleKind[] = ['card', 'pin', 'kin', 'kin-face'];

/**
 * Has the passkey sign a decision as it stands on the screen, and nothing else: the challenge that the passkey is asked with has to be the hash
 * that the page computes, over all samples of the challenge and the very papers and PIN that it sealed.
 * @throws Refused asked-to-sign-another, and whatever `sign` throws
 */
export async function signDecision(
  begun: BegunDecision,
  of: {
    decision: RaiseDecision;
    claims: Pick<PartyChallengeClaims, 'sessionId' | 'challengeId' | 'nonce' | 'samples'>;
    shift: ShiftClaims;
    sent: Sent;
  },
  sign: Sign,
): Promise<SignedDecision> {
  const { sessionId, challengeId, nonce, samples } = of.claims;
  const { salt, evidence } = begun;
  const kinds = new Set(evidence.map(({ kind }) => kind));
  const isWhole = samples.every((kind) => kind === 'officer-decision' || kinds.has(kind));
  const own = Object.entries(of.sent);
  const isOwn = own.every(([sent, made]) =>
    evidence.some(({ kind, digest }) => kind === sent && digest === made),
  );
  const isSealed = samples.every((kind) => !sealedHere.includes(kind) || of.sent[kind] !== undefined);
  if (!isWhole || !isOwn || !isSealed || evidence.length !== samples.length - 1)
    throw Refused.here('asked-to-sign-another');
  const { shiftId } = of.shift;
  const decided = { sessionId, challengeId, nonce, shiftId, salt, evidence, decision: of.decision };
  return await signHere(begun, decisionHash(decided), sign);
}

/** The same for what becomes of a case, as it stands on the screen. @throws Refused asked-to-sign-another, and whatever `sign` throws */
export async function signReview(
  begun: BegunDecision,
  of: { reviewed: Reviewed; review: ReviewOutcome; shift: Pick<ShiftClaims, 'shiftId'> },
  sign: Sign,
): Promise<SignedDecision> {
  const { reviewed, review, shift } = of;
  const hash = reviewHash({ reviewed, shiftId: shift.shiftId, salt: begun.salt, ...review });
  return await signHere(begun, hash, sign);
}
