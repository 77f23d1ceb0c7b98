import type { DatabaseSync } from 'node:sqlite';
import { referenceOf } from '../../../shared/reference.ts';
import type { Case, CaseTable, WaitingPlace } from '../ports/officers.ts';
import { addColumn, hasColumn } from './add-column.ts';
import { integer, type StoredRow, text } from './columns.ts';

/** Cases of an earlier version are found by the short name of their session too. */
export function openCaseColumns(db: DatabaseSync): void {
  if (!hasColumn(db, 'raise_cases', 'reference')) {
    addColumn(db, 'raise_cases', 'reference', 'text');
    const name = db.prepare('update raise_cases set reference = :reference where id = :id');
    for (const row of db.prepare('select id, session_id from raise_cases').all())
      name.run({ id: text(row, 'id'), reference: referenceOf(text(row, 'session_id')) });
  }
  addColumn(db, 'raise_cases', 'suspect', 'integer not null default 0');
  db.exec(`create index if not exists raise_cases_by_reference on raise_cases (reference)
    where waits_for is not null`);
}

/** Where somebody said no to a later raise of the same person, an older one in review is confirmed to nothing: it waits no more, and stays as it is. */
const waits = `waits_for is not null
  and at > case waits_for when 'asked' then :asked when 'flagged' then :flagged
    when 'drawn' then :drawn when 'revoked' then :revoked end
  and (state <> 'in-review' or not exists (select 1 from raise_cases as later
    where later.person = raise_cases.person and later.at > raise_cases.at and later.state = 'refused'))`;
/** From 0, as `ReviewPlace` says it: two for what was drawn, one for what was decided elsewhere. */
const rank = `(case waits_for when 'drawn' then 2 else 0 end + case point_id when :pointId then 0 else 1 end)`;
const first: WaitingPlace = { rank: -1, at: 0, id: '' };

/** How those that wait are found. @param read a row of `raise_cases` */
export function waitingCases(
  db: DatabaseSync,
  read: (row: StoredRow) => Case,
): Pick<CaseTable, 'waiting' | 'waitingAs' | 'waits' | 'isInReview'> {
  const list = db.prepare(`select * from (select *, ${rank} as rank from raise_cases
      where ${waits}
        and not exists (select 1 from raise_case_hands join officers on officers.id = officer_id
          where case_id = raise_cases.id and officers.person = :reviewer))
    where (rank, at, id) > (:rank, :at, :id) order by rank, at, id limit :most`);
  const named = db.prepare(
    `select * from raise_cases where reference = :reference and ${waits} order by at, id`,
  );
  const one = db.prepare(`select 1 from raise_cases where id = :id and ${waits}`);
  const inReview = db.prepare(
    `select 1 from raise_cases where credential = :credential and state = 'in-review' and ${waits} limit 1`,
  );
  return {
    waits: (id, since) => one.get({ id, ...since }) !== undefined,
    isInReview: (credential, since) => inReview.get({ credential, ...since }) !== undefined,
    waiting: ({ reviewer, pointId, since }, { most, after = first }) =>
      list.all({ reviewer, pointId, ...since, ...after, most }).map((row) => {
        const found = read(row);
        return { case: found, place: { rank: integer(row, 'rank'), at: found.at, id: found.id } };
      }),
    waitingAs: (reference, since) => named.all({ reference, ...since }).map(read),
  };
}

/** A place as it is handed out, and taken back. */
export function placeText({ rank, at, id }: WaitingPlace): string {
  return `${rank}.${at}.${id}`;
}

export function readPlace(place: string): WaitingPlace {
  const [rank = '', at = '', id = ''] = place.split('.');
  return { rank: Number(rank), at: Number(at), id };
}
