import type { CredentialAnswer } from '../../../shared/contract/apply/07-credential.ts';
import {
  type CredentialState,
  credentialStates,
  type VoidReason,
  voidReasons,
} from '../../../shared/credentials.ts';
import { asId, type CredentialHandle, type HolderId } from '../../../shared/ids.ts';
import { type Level, levels } from '../../../shared/levels.ts';
import type { Row, Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { nextReminder } from './next-reminder.ts';

export interface Credential {
  handle: CredentialHandle;
  /** The level that it has now: one that was to come later has come by then. */
  level: Level;
  state: CredentialState;
  /** Why it is void. */
  reason?: VoidReason;
  since: number;
  /** When `strict` comes, where it comes later. */
  strictFrom?: number;
  /** When it ends, with the validity of the ID card; absent where the card has no end. */
  endsAt?: number;
  /** When the report of a lost card ends, also behind a freeze. */
  cardReportEnds?: number;
  /** The handle that an application brought, however often the credential was brought along since. */
  origin: CredentialHandle;
  /** From when, and until when, it may be brought to another phone. */
  movable?: { from: number; until: number };
}

/** The one credential that the BFF knows of a holder: an opaque handle, its level, and what may be done with it at this moment. */
export async function readCredential(
  { db, now }: Pick<Ports, 'db' | 'now'>,
  holderId: HolderId,
): Promise<Credential | undefined> {
  const [row] = await db.read('select * from credentials where holder_id = :holderId', { holderId });
  return row && credentialIn(row, now());
}

/** The credential in a row of the table, as it is at that moment: what ends by itself has ended on time, whenever it is written down. */
export function credentialIn(row: Row, now: number): Credential {
  const level = levels.find((known) => known === row.level);
  const state = credentialStates.find((known) => known === row.state);
  const reason = voidReasons.find((known) => known === row.reason);
  if (level === undefined || state === undefined) throw new Error('a stored credential is of no known kind');
  const moment = (column: string) => (row[column] === null ? undefined : Number(row[column]));
  const strictFrom = moment('strict_from');
  const strictCame = strictFrom !== undefined && strictFrom <= now;
  const reportEnds = moment('card_report_ends');
  const reported = reportEnds !== undefined && reportEnds > now ? reportEnds : undefined;
  const [from, until] = [moment('movable_from'), moment('movable_until')];
  const endsAt = moment('ends_at');
  const common = {
    handle: asId('crd', String(row.handle)),
    level: strictCame ? ('strict' as const) : level,
    since: Number(row.since),
    origin: asId('crd', String(row.origin)),
    ...(strictFrom !== undefined && !strictCame && { strictFrom }),
    ...(reported !== undefined && { cardReportEnds: reported }),
    ...(endsAt !== undefined && { endsAt }),
  };
  if (state !== 'void' && endsAt !== undefined && endsAt <= now)
    return { ...common, state: 'void', reason: 'expired' };
  if (state === 'unusable' && from !== undefined && until !== undefined)
    return until > now
      ? { ...common, state, movable: { from, until } }
      : { ...common, state: 'void', reason: 'superseded' };
  if (state === 'card-reported-lost' && reported === undefined) return { ...common, state: 'active' };
  return { ...common, state, ...(reason && { reason }) };
}

/** What a phone is told of its credential, where it has one. */
export async function answerOf(
  ports: Pick<Ports, 'db' | 'now'>,
  { holderId }: { holderId: HolderId },
): Promise<CredentialAnswer> {
  const credential = await readCredential(ports, holderId);
  if (credential === undefined) return { state: 'none' };
  const { origin: _, ...shown } = credential;
  return shown;
}

/**
 * A credential as the authority issued it. `strictFrom`: when that level comes to it; `cardReportEnds`: when the report of a lost card ends
 * that runs on; `broughtAlong`: it takes the place of the one before by a move, with a report that the authority may not have heard of.
 */
export interface Issued {
  handle: CredentialHandle;
  level: Level;
  strictFrom?: number | undefined;
  /** When it ends with the card. */
  endsAt?: number | undefined;
  cardReportEnds?: number | undefined;
  broughtAlong?: true;
}

/** The statement that makes a credential the holder's only one. */
export function storeCredential(
  holderId: HolderId,
  { handle, level, strictFrom, endsAt, cardReportEnds, broughtAlong }: Issued,
  now: number,
): Statement {
  const columns = 'handle level since reason strict_from movable_from movable_until ends_at remind_at';
  const set = columns.split(' ').map((column) => `${column} = excluded.${column}`);
  // A review goes along too: it is for the authority to say that it is over.
  const inReview = broughtAlong ? 'credentials.in_review' : 'null';
  const origin = broughtAlong ? 'credentials.origin' : 'excluded.origin';
  const report = broughtAlong
    ? 'coalesce(case when credentials.card_report_ends > :now then credentials.card_report_ends end, excluded.card_report_ends)'
    : 'excluded.card_report_ends';
  return {
    sql: `insert into credentials (holder_id, origin, ${columns.replaceAll(' ', ', ')}, state, card_report_ends, due_at)
      values (:holderId, :handle, :handle, :level, :now, null, :strictFrom, null, null, :endsAt, :remindAt, :state, :reportEnds, :dueAt)
      on conflict (holder_id) do update set origin = ${origin}, ${set.join(', ')}, card_report_ends = ${report}, in_review = ${inReview},
        state = case when ${report} is null then 'active' else 'card-reported-lost' end,
        due_at = case when excluded.strict_from is null or ${report} < excluded.strict_from then ${report}
          else excluded.strict_from end`,
    params: {
      ...{ holderId, handle, level, strictFrom: strictFrom ?? null, now },
      ...{ endsAt: endsAt ?? null, remindAt: nextReminder(endsAt, now) },
      ...{
        reportEnds: cardReportEnds ?? null,
        state: cardReportEnds === undefined ? 'active' : 'card-reported-lost',
      },
      dueAt: cardReportEnds ?? strictFrom ?? null,
    },
  };
}

/** The statement by which a credential ends with the card that an officer read, or never where that has no end. */
export function endWithCard(
  holderId: HolderId,
  handle: CredentialHandle,
  endsAt: number | undefined,
  now: number,
): Statement {
  return {
    sql: `update credentials set ends_at = :endsAt, remind_at = :remindAt
      where holder_id = :holderId and handle = :handle and state <> 'void'`,
    params: { holderId, handle, endsAt: endsAt ?? null, remindAt: nextReminder(endsAt, now) },
  };
}

/** The statement that undoes a write unless the phone is still the holder's live one. */
export function stillLiveDevice(holderId: HolderId, device: string): Statement {
  return {
    sql: 'update holders set device = device where id = :holderId and device = :device returning id',
    params: { holderId, device },
    rows: 1,
  };
}

/**
 * The statement that undoes a write unless the handle is the holder's credential, and at that moment in one of these states: what ended by
 * itself may not have been written down yet.
 */
export function stillIn(
  holderId: HolderId,
  handle: CredentialHandle,
  states: readonly CredentialState[],
  now: number,
): Statement {
  return {
    sql: `update credentials set handle = handle where holder_id = :holderId and handle = :handle and ${isIn(states)} returning handle`,
    params: { holderId, handle, now },
    rows: 1,
  };
}

/** The same where the authority names the handle, and nobody here says whose it is. */
export function handleIn(
  handle: CredentialHandle,
  states: readonly CredentialState[],
  now: number,
): Statement {
  return {
    sql: `update credentials set handle = handle where handle = :handle and ${isIn(states)} returning handle`,
    params: { handle, now },
    rows: 1,
  };
}

function isIn(states: readonly CredentialState[]): string {
  const names = states.map((state) => `'${state}'`).join(', ');
  const reported = states.includes('active')
    ? `or (state = 'card-reported-lost' and card_report_ends <= :now)`
    : '';
  return `(state in (${names}) ${reported}) and (movable_until is null or movable_until > :now)
    and (ends_at is null or ends_at > :now)`;
}

/** The statement by which the credential waits for another officer, from then on. */
export function reviewBegins(handle: CredentialHandle, now: number): Statement {
  return {
    sql: `update credentials set in_review = :now where handle = :handle and state <> 'void'`,
    params: { handle, now },
  };
}

/** The statement that gives the holder's credential another level at once, whatever was to come to it later. */
export function setLevel(holderId: HolderId, handle: CredentialHandle, level: Level): Statement {
  return {
    sql: `update credentials set level = :level, strict_from = null, in_review = null
      where holder_id = :holderId and handle = :handle and state <> 'void' returning handle`,
    params: { holderId, handle, level },
    rows: 1,
  };
}
