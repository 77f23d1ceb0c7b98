import { Compile } from 'typebox/compile';
import { authorityPartyChallengeCall } from '../../../../shared/contract/authority/03-challenge.ts';
import { authorityKeysCall } from '../../../../shared/contract/authority/keys.ts';
import {
  authorityBeginDecisionCall,
  authorityBeginEnrolmentCall,
  authorityBeginReviewCall,
  authorityBeginShiftCall,
  authorityDecisionCall,
  authorityEndShiftCall,
  authorityEnrolCall,
  authorityFindReviewCall,
  authorityOpenShiftCall,
  authorityPointsCall,
  authorityReadShiftCall,
  authorityReviewCall,
  authorityReviewsCall,
  authorityUseShiftCall,
} from '../../../../shared/contract/authority/officers.ts';
import { ShiftClaims } from '../../../../shared/contract/officer/terms.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Officers } from '../../ports/officers.ts';
import { unavailable } from './authority-answers.ts';
import { authorityAsker } from './authority-asker.ts';
import { authorityKeyList } from './authority-key-list.ts';
import { checkOrigin } from './check-challenge.ts';
import type { HttpAuthorityOptions } from './http-authority.ts';
import { keyIdOf, readSigned, SignedTextRefused } from './read-signed.ts';

/** Refusals of the authority that an officer is told; all else is a fault of ours or of its own. */
const passedOn: readonly ErrorCode[] = [
  ...(['invite-over', 'passkey-refused', 'passkeys-too-many', 'shift-over', 'officer-may-not'] as const),
  ...(['officer-cap-reached', 'second-officer-same', 'decision-invalid', 'decision-changed'] as const),
  ...(['review-over', 'not-found', 'step-out-of-order', 'challenge-expired', 'sample-not-awaited'] as const),
];

const shiftClaims = Compile(ShiftClaims);

/**
 * The officers of the authority over HTTP (`shared/contract/authority/officers.ts`). A shift token is checked against the pinned root;
 * refusals that concern the officer are passed on, whatever else goes wrong is Problem authority-unavailable.
 */
export function httpOfficers(
  options: Pick<HttpAuthorityOptions, 'url' | 'apiKey' | 'root' | 'now' | 'seenKeyList'>,
): Officers & { close(): Promise<void> } {
  const { asker, close } = authorityAsker(options, passedOn);
  const askKeys = asker(authorityKeysCall);
  const fetchList = async () => (await askKeys({})).keyList;
  const keyList = authorityKeyList({
    root: options.root,
    now: options.now,
    seen: options.seenKeyList,
    fetchList,
  });

  const ask = {
    beginEnrolment: asker(authorityBeginEnrolmentCall),
    enrol: asker(authorityEnrolCall),
    beginShift: asker(authorityBeginShiftCall),
    openShift: asker(authorityOpenShiftCall),
    readShift: asker(authorityReadShiftCall),
    noteUse: asker(authorityUseShiftCall),
    endShift: asker(authorityEndShiftCall),
    partyChallenge: asker(authorityPartyChallengeCall),
    beginDecision: asker(authorityBeginDecisionCall),
    decide: asker(authorityDecisionCall),
    reviews: asker(authorityReviewsCall),
    findReview: asker(authorityFindReviewCall),
    beginReview: asker(authorityBeginReviewCall),
    review: asker(authorityReviewCall),
    points: asker(authorityPointsCall),
  };

  return {
    beginEnrolment: (invite) => ask.beginEnrolment({}, { invite }),
    enrol: (enrolment) => ask.enrol({}, enrolment),
    beginShift: (key) => ask.beginShift({}, { key }),
    openShift: (given) => ask.openShift({}, given),
    async readToken(token) {
      try {
        const { keys, key } = await keyList.withKey(keyIdOf(token, 'lz-officer+jwt'));
        const claims = readSigned(token, 'lz-officer+jwt', key, shiftClaims);
        checkOrigin('shift token', claims, keys.claims, options.now());
        if (claims.exp * 1000 <= options.now()) throw new SignedTextRefused('the shift is over');
        return claims;
      } catch (cause) {
        throw cause instanceof SignedTextRefused
          ? new Problem('token-invalid', { cause })
          : unavailable(cause);
      }
    },
    readShift: (shiftId) => ask.readShift({ shiftId }),
    noteUse: (shiftId) => ask.noteUse({ shiftId }),
    async endShift(shiftId) {
      await ask.endShift({ shiftId });
    },
    partyChallenge: (challengeId, role) => ask.partyChallenge({ challengeId, role }),
    beginDecision: (challengeId, asked) => ask.beginDecision({ challengeId }, asked),
    decide: (challengeId, signed) => ask.decide({ challengeId }, signed),
    listReviews: (shiftId, after) => ask.reviews({ shiftId }, after === undefined ? {} : { after }),
    findReview: (shiftId, reference) => ask.findReview({ shiftId }, { reference }),
    beginReview: (caseId, asked) => ask.beginReview({ caseId }, asked),
    async review(caseId, signed) {
      await ask.review({ caseId }, signed);
    },
    listPoints: async () => (await ask.points({})).points,
    close,
  };
}
