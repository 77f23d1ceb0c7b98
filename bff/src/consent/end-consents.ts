import type { ConsentSubject } from '../../../shared/consent/consent-forms.ts';
import type { HolderId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { Statement } from '../ports/db.ts';

/**
 * The statement by which a holder withdraws what stands of one subject. Without the face nothing is left for which a voice could be used: who
 * withdraws it withdraws both.
 */
export function endConsents(holderId: HolderId, subject: ConsentSubject, now: number): Statement {
  const which = subject === 'face' ? '' : 'and subject = :subject';
  return {
    sql: `update consents set ended_at = :now, ended_by = 'withdrawn', expires_at = :expiresAt
      where holder_id = :holderId ${which} and ended_at is null`,
    params: {
      ...{ holderId, now, expiresAt: now + limits.endedConsentKept },
      ...(subject === 'face' ? {} : { subject }),
    },
  };
}
