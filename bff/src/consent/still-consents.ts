import type { ConsentForm } from '../../../shared/consent/consent-forms.ts';
import type { HolderId } from '../../../shared/ids.ts';
import type { Statement } from '../ports/db.ts';

/** The statements that undo a write unless the holder still consents to the face, and to the voice where it was to be kept. */
export function stillConsents(
  holderId: HolderId,
  form: ConsentForm,
  { voice }: { voice: boolean },
): Statement[] {
  return (voice ? ['face', 'voice'] : ['face']).map((subject) => ({
    sql: `update consents set id = id
      where holder_id = :holderId and subject = :subject and form = :form and ended_at is null returning id`,
    params: { holderId, subject, form },
    rows: 1,
  }));
}
