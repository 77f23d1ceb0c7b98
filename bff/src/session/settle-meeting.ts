import * as limits from '../../../shared/limits.ts';
import { isFinal, sessionStates } from '../../../shared/sessions.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import type { Session } from './session.ts';

const finals = sessionStates
  .filter(isFinal)
  .map((state) => `'${state}'`)
  .join(', ');

/**
 * What is written with the end of one person's check in a meeting. Who was scanned and then declined counts against who showed the code, by a keyed hash that outlives the account. Once
 * the other's check is over too, who met whom is forgotten when the phones are. Empty for everything else.
 */
export function settleMeeting({ now }: Pick<Ports, 'now'>, { id, state, asked }: Session): Statement[] {
  if (asked.by !== 'peer' || !isFinal(state)) return [];
  const { meetingId } = asked;
  const forgetSoon = {
    sql: `update meetings set purge_at = case when purge_at < :purgeAt then purge_at else :purgeAt end where id = :meetingId and exists (
      select 1 from sessions where sessions.id in (opener_session, joiner_session) and sessions.id <> :id
        and sessions.state in (${finals}))`,
    params: { id, meetingId, purgeAt: now() + limits.claimMemory },
  };
  if (state !== 'declined') return [forgetSoon];
  const noted = {
    sql: `insert into meeting_declines (id, opener_hash, ends_at)
      select id, opener_hash, :endsAt from meetings where id = :meetingId and joiner_session = :id
      on conflict do nothing`,
    params: { id, meetingId, endsAt: now() + limits.meetingDeclinesWindow },
  };
  return [forgetSoon, noted];
}
