import type { ReviewCase } from '../../../shared/contract/raise/08-decision.ts';
import { referenceOf } from '../../../shared/reference.ts';
import type { Case } from '../ports/officers.ts';

/** A case without the person, the officers and the credential. */
export function caseView({ id, sessionId, at, words, cardRead, evidence }: Case): Omit<ReviewCase, 'cause'> {
  const [first] = words;
  if (first === undefined) throw new TypeError('a case that nobody decided');
  return {
    ...{ caseId: id, reference: referenceOf(sessionId), decidedAt: at },
    ...{ decision: first.decision, cardRead, evidence },
  };
}

/** The same of one that waits, with why. */
export function reviewCase(found: Case): ReviewCase {
  if (found.waitsFor === undefined) throw new TypeError('a case that does not wait');
  return { ...caseView(found), cause: found.isSuspect === true ? 'revoked' : found.waitsFor };
}
