import type { DatabaseSync } from 'node:sqlite';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { raiseStates } from '../../../shared/contract/authority/export.ts';
import { idOf } from '../../../shared/contract/officer/terms.ts';
import { caseCauses, Evidence, RaiseDecisionSchema } from '../../../shared/contract/raise/08-decision.ts';
import { exact } from '../../../shared/contract/schema.ts';
import { asId } from '../../../shared/ids.ts';
import { referenceOf } from '../../../shared/reference.ts';
import type { Case, CaseTable, RaisedBy } from '../ports/officers.ts';
import type { Page } from '../ports/page.ts';
import { integer, optionalText, type StoredRow, text } from './columns.ts';
import { newest } from './place-after.ts';
import { waitingCases } from './waiting-cases.ts';

export const SignedWords = Type.Array(
  exact({
    officerId: idOf('off'),
    shiftId: idOf('shf'),
    passkeyId: Type.String(),
    at: Type.Integer(),
    decision: RaiseDecisionSchema,
  }),
  { minItems: 1, maxItems: 2 },
);

export function caseTable(db: DatabaseSync): CaseTable {
  const find = db.prepare('select * from raise_cases where id = ?');
  const add = db.prepare(`insert into raise_cases
    (id, session_id, reference, credential, person, point_id, words, card_read, evidence, at, state, waits_for)
    values (:id, :sessionId, :reference, :credential, :person, :pointId, :words, :cardRead, :evidence, :at, :state, :waitsFor)`);
  const addHand = db.prepare(
    'insert into raise_case_hands (case_id, officer_id, passkey_id, word) values (?, ?, ?, ?) on conflict do nothing',
  );
  const settle = db.prepare(`update raise_cases set state = :state, waits_for = null, settled_by = :by,
    settled_with = :passkeyId, settled_at = :at where id = :id`);
  const reopen = db.prepare(`update raise_cases set state = 'in-review', waits_for = :cause where id = :id`);
  const hand = db.prepare(`select 1 from raise_case_hands join officers on officers.id = officer_id
    where case_id = ? and person = ? limit 1`);
  const handled = (column: string) => `select case_id from raise_case_hands where ${column} = :by`;
  const newestOf = (where: string) =>
    db.prepare(`select * from raise_cases where ${where} and (at, id) < (:at, :id)
      order by at desc, id desc limit :most`);
  const raised = {
    officer: newestOf(`id in (${handled('officer_id')})`),
    passkey: newestOf(`id in (${handled('passkey_id')})`),
    point: newestOf('point_id = :by'),
  };
  const counted = (raisedBy: string, settledBy: string) =>
    db.prepare(`select count(*) as n from raise_cases where (at >= :since and state <> 'refused' and ${raisedBy})
      or (settled_at >= :since and state = 'raised' and ${settledBy})`);
  const count = {
    officer: counted(
      'id in (select case_id from raise_case_hands where officer_id = :by and word = 1)',
      'settled_by = :by',
    ),
    point: counted('point_id = :by', 'settled_by in (select id from officers where point_id = :by)'),
  };
  const ofPerson = db.prepare('select * from raise_cases where person = ? order by at desc, id limit ?');
  const later = db.prepare(
    `select 1 from raise_cases where person = ? and at > ? and state = 'raised' limit 1`,
  );
  const suspect = db.prepare('update raise_cases set suspect = 1 where id = ?');
  const purges = [
    db.prepare('delete from raise_case_hands where case_id in (select id from raise_cases where at < ?)'),
    db.prepare('delete from raise_cases where at < ?'),
  ];
  const rowsBy = (by: RaisedBy, { most, before = newest }: Page) => {
    const { at, id } = before;
    if ('officerId' in by) return raised.officer.all({ by: by.officerId, at, id, most });
    if ('pointId' in by) return raised.point.all({ by: by.pointId, at, id, most });
    return raised.passkey.all({ by: by.passkeyId, at, id, most });
  };
  return {
    find(id) {
      const row = find.get(id);
      return row && read(row);
    },
    add({ words, evidence, waitsFor, isSuspect: _, ...found }) {
      const texts = { words: JSON.stringify(words), evidence: JSON.stringify(evidence) };
      const reference = referenceOf(found.sessionId);
      add.run({ ...found, ...texts, reference, waitsFor: waitsFor ?? null });
      for (const { officerId, passkeyId } of words) addHand.run(found.id, officerId, passkeyId, 1);
    },
    settle(id, settled) {
      settle.run({ id, ...settled });
      addHand.run(id, settled.by, settled.passkeyId, 0);
    },
    hasHandIn: (id, person) => hand.get(id, person) !== undefined,
    reopen: (id, cause) => void reopen.run({ id, cause }),
    suspect: (id) => void suspect.run(id),
    ...waitingCases(db, read),
    raisedBy: (by, page) => rowsBy(by, page).map(read),
    countRaised(by, since) {
      const row =
        'officerId' in by
          ? count.officer.get({ by: by.officerId, since })
          : count.point.get({ by: by.pointId, since });
      return integer(row ?? {}, 'n');
    },
    ofPerson: (person, most) => ofPerson.all(person, most).map(read),
    raisedAfter: (person, at) => later.get(person, at) !== undefined,
    purge(before) {
      for (const statement of purges) statement.run(before);
    },
  };
}

/** Words of an earlier version have no time of their own: it is that of the case. */
function readWords(row: StoredRow): Case['words'] {
  const stored: unknown = JSON.parse(text(row, 'words'));
  const at = integer(row, 'at');
  return Value.Parse(SignedWords, Array.isArray(stored) ? stored.map((word) => ({ at, ...word })) : stored);
}

function read(row: StoredRow): Case {
  const state = raiseStates.find((known) => known === text(row, 'state'));
  const cardRead = (['chip', 'typed'] as const).find((known) => known === text(row, 'card_read'));
  if (state === undefined || cardRead === undefined) throw new TypeError('not a stored case');
  return {
    id: asId('cas', text(row, 'id')),
    sessionId: text(row, 'session_id'),
    credential: asId('crd', text(row, 'credential')),
    person: text(row, 'person'),
    pointId: asId('acp', text(row, 'point_id')),
    words: readWords(row),
    cardRead,
    evidence: Value.Parse(Evidence, JSON.parse(text(row, 'evidence'))),
    at: integer(row, 'at'),
    state,
    isSuspect: integer(row, 'suspect') === 1,
    waitsFor: caseCauses.find((known) => known === optionalText(row, 'waits_for')),
  };
}
