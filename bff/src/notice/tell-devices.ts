import { beginningInChina, dateInChina } from '../../../shared/china-calendar.ts';
import type { CredentialState } from '../../../shared/credentials.ts';
import type { CredentialHandle, HolderId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { type NoticeKind, noticesByDay } from '../../../shared/notices.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

/** What the phones are told. `until`: when what it announces comes or ends, epoch milliseconds. */
export interface Telling {
  kind: NoticeKind;
  until?: number;
  /** For the one phone that has the credential: a receipt that it alone opens, base64url. */
  sealed?: string | undefined;
  /** Nothing is told unless the credential is in that state at that moment of the write. */
  only?: { handle: CredentialHandle; state: CredentialState };
}

/** Milliseconds of a day: what is told by day alone is dated so. */
const noon = 12 * 60 * 60 * 1000;

/** Every phone of the holder: the one that is signed in and those that lost their place within ten days. */
const allOf = `select device from holders where id = :whose
  union all select device from takeovers where holder_id = :whose and ends_at > :now`;
/** The one that has the credential, where nobody says whose that is. */
const thatHas = `select holders.device from credentials join holders on holders.id = credentials.holder_id
  where credentials.handle = :whose`;

const isIn = 'exists (select 1 from credentials where handle = :handle and state = :state)';

/**
 * The statement that tells every phone of the holder, or the one that has the credential. It belongs into the write that it tells of, after
 * what changes who they are; who waits is woken by `wakeHolder`, once that is done.
 */
export function tellDevices(
  { now }: Pick<Ports, 'now'>,
  whose: HolderId | { phoneWith: CredentialHandle },
  { kind, until, sealed, only }: Telling,
): Statement {
  const one = typeof whose === 'object';
  const at = noticesByDay.includes(kind) ? beginningInChina(dateInChina(now())) + noon : now();
  return {
    sql: `insert into notices (device, seq, kind, at, until_at, sealed, expires_at)
      select device, coalesce((select max(earlier.seq) from notices earlier where earlier.device = held.device), 0) + 1,
        cast(:kind as text), cast(:at as bigint), cast(:until as bigint), cast(:sealed as text), cast(:expiresAt as bigint)
      from (${one ? thatHas : allOf}) held${only === undefined ? '' : ` where ${isIn}`}`,
    params: {
      ...{ whose: one ? whose.phoneWith : whose, kind, at, until: until ?? null, sealed: sealed ?? null },
      ...{ ...(one ? {} : { now: now() }), expiresAt: at + limits.noticeLifetime },
      ...only,
    },
  };
}
