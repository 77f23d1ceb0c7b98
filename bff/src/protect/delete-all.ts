import type { CredentialHandle, HolderId } from '../../../shared/ids.ts';
import type { Statement } from '../ports/db.ts';

/** Stands in a meeting for whoever is no holder any more: the other of the two ends it as ever. */
const nobody = `hol_${'A'.repeat(22)}`;

/** The phones of a holder: the live one, and those that lost their place within ten days. */
export const phonesOfHolder = `(select device from holders where id = :holderId union select device from takeovers where holder_id = :holderId)`;

/**
 * The statements that delete every row which is found by the holder, by one of the phones or by the credential, for a write of their own: no
 * table that names one of these is left out, which a test holds to the tables themselves. Receipts of checks are found by nobody but who
 * knows where they lie, and what others declined by a keyed hash, so that nobody asks on by an erasure.
 */
export function deleteAll(holderId: HolderId, handle: CredentialHandle | undefined): Statement[] {
  const params = { holderId };
  const byPhone = ['notices', 'soter_challenges', 'arrivals'].map((table) => ({
    sql: `delete from ${table} where device in ${phonesOfHolder}`,
    params,
  }));
  const codes = {
    sql: 'delete from ward_codes where delegation_id in (select id from delegations where holder_id = :holderId)',
    params,
  };
  const byHolder = [
    'consents',
    'credentials',
    'delegations',
    'soter_keys',
    'reminders',
    'reminder_messages',
    'takeovers',
  ].map((table) => ({ sql: `delete from ${table} where holder_id = :holderId`, params }));
  const meetings = [
    {
      sql: `update meetings set opener_holder = :nobody, opener_device = '' where opener_holder = :holderId`,
      params: { ...params, nobody },
    },
    { sql: `update meetings set joiner_device = '' where joiner_device in ${phonesOfHolder}`, params },
  ];
  const suspended = {
    sql: 'update disputes set handle = null where handle = :handle',
    params: { handle: handle ?? '' },
  };
  return [
    ...byPhone,
    codes,
    ...byHolder,
    ...meetings,
    suspended,
    { sql: 'delete from holders where id = :holderId', params },
  ];
}
