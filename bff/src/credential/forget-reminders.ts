import type { HolderId } from '../../../shared/ids.ts';
import type { Statement } from '../ports/db.ts';

/** The statements after which nothing is kept of whom the platform should remind, and nothing goes any more. */
export function forgetReminders(holderId: HolderId): Statement[] {
  const params = { holderId };
  return [
    { sql: 'delete from reminder_messages where holder_id = :holderId', params },
    { sql: 'delete from reminders where holder_id = :holderId', params },
  ];
}
