import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { forgetOld } from '../../authority/store/forget-old.ts';
import { openStore } from '../../authority/store/open-store.ts';
import { keptTables } from './kept-tables.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'lz-retention-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = 1_800_000_000_000;
const minute = 60_000;
type Row = Readonly<Record<string, string | number>>;

/**
 * What somebody who did everything left in each table, until which moment it is there (nothing: for good), and the words in which SECURITY says so. All who take part
 * were at it at the same moment: a void credential, a raise, an office that was revoked, a family that ended.
 */
const cases: Record<string, { row: Row; until?: number; said: string }> = {
  people: {
    row: { person: 'anna', by_application: 1 },
    ...{ until: at + limits.voidKept, said: 'last credential' },
  },
  credentials: {
    row: { handle: 'crd', person: 'anna', state: 'void', void_seen: at },
    ...{ until: at + limits.voidKept, said: '30 days after it was seen void' },
  },
  credential_changes: { row: { handle: 'crd' }, until: at + limits.voidKept, said: '30 days' },
  credential_consents: { row: { handle: 'crd' }, until: at + limits.voidKept, said: '30 days' },
  pins: { row: { person: 'anna' }, until: at + limits.voidKept, said: 'a PIN as well' },
  seen_voices: { row: { person: 'anna' }, until: at + limits.voidKept, said: 'with the credential' },
  challenges: {
    row: { id: 'chl', expires_at: at + minute, asked: '{}', claims: '{}' },
    ...{ until: at + minute + limits.resultRetention, said: '24 hours after it ran out' },
  },
  ...Object.fromEntries(
    ['samples', 'verdicts', 'receipts', 'ended_challenges'].map((table) => [
      table,
      {
        row: { challenge_id: 'chl', ...(table === 'verdicts' && { claims: '{}' }) },
        ...{ until: at + minute + limits.resultRetention, said: '24 hours' },
      },
    ]),
  ),
  struck_sessions: { row: { at }, until: at + limits.resultRetention, said: '24 hours' },
  strikes: {
    row: { person: 'stranger', locked_until: at + minute },
    until: at + minute - 1,
    said: 'half an hour',
  },
  tries: { row: { person: 'stranger', since: at }, until: at + limits.triesWindow, said: 'six hours' },
  delegations: {
    row: { id: 'del', ended_at: at, ends_at: at },
    ...{ until: at + limits.delegationKept, said: 'a year after it ended' },
  },
  family_hands: {
    row: { act_id: 'del', officer_id: 'binder' },
    until: at + limits.delegationKept,
    said: 'a year',
  },
  revocations: { row: { id: 'ses', at }, until: at + limits.delegationKept, said: 'a year' },
  binding_refusals: { row: { id: 'refused', at }, until: at + limits.delegationKept, said: 'a year' },
  guardian_words: { row: { expires_at: at + 10 * minute }, until: at + 10 * minute, said: '10 minutes' },
  officer_invites: {
    row: { expires_at: at + limits.officerInviteLifetime },
    ...{ until: at + limits.officerInviteLifetime, said: 'links 15 minutes' },
  },
  officer_ceremonies: {
    row: { expires_at: at + 2 * minute },
    until: at + 2 * minute,
    said: 'ceremonies 2 minutes',
  },
  shifts: {
    row: { officer_id: 'off', expires_at: at + limits.officerShift },
    ...{ until: at + limits.officerShift + limits.resultRetention, said: 'shifts a day after they are over' },
  },
  raise_cases: {
    row: { id: 'cas', at, waits_for: 'asked' },
    ...{ until: at + limits.caseKept, said: '10 years' },
  },
  raise_grants: { row: { case_id: 'cas' }, until: at + limits.reviewLifetime, said: '30 days' },
  raise_given: { row: { case_id: 'cas' }, until: at + limits.caseKept, said: 'with the case' },
  raise_case_hands: {
    row: { case_id: 'cas', officer_id: 'off' },
    until: at + limits.caseKept,
    said: '10 years',
  },
  officers: {
    row: { id: 'off', person: 'bo', revoked_at: at },
    ...{ until: at + limits.caseKept, said: 'as long as a case' },
  },
  officer_passkeys: {
    row: { officer_id: 'off', revoked_at: at },
    ...{ until: at + limits.caseKept, said: 'as long as a case' },
  },
  seen_faces: { row: {}, said: 'for good' },
  voices: { row: {}, said: 'the folder' },
  counters: { row: {}, said: 'kept, revoked too' },
  brand_names: { row: {}, said: 'kept, revoked too' },
  acceptance_points: { row: {}, said: 'kept, revoked too' },
  terminals: { row: {}, said: 'until it is taken back' },
};

/** Puts a row in; what it leaves out and has to be there says nothing. */
function put(db: DatabaseSync, table: string, row: Row): void {
  const columns = db.prepare('select * from pragma_table_info(?)').all(table);
  const needed = columns.filter((each) => each.notnull === 1 && each.dflt_value === null && each.pk === 0);
  const keys = columns.filter((each) => Number(each.pk) > 0 && each.type !== 'INTEGER');
  const blank = [...needed, ...keys].map(({ name, type }): [string, string | number] => [
    String(name),
    type === 'INTEGER' ? 0 : 'x',
  ]);
  const values = { ...Object.fromEntries(blank), ...row };
  const names = Object.keys(values);
  db.prepare(`insert into ${table} (${names}) values (${names.map((name) => `:${name}`)})`).run(values);
}

function filled(name: string) {
  const file = join(folder, `${name}.db`);
  const store = openStore(file);
  const db = new DatabaseSync(file);
  const close = () => {
    db.close();
    store.close();
  };
  return { store, db, close };
}

it('SECURITY says of every table of the authority until when, and this file shows it', () => {
  const said = keptTables('authority');
  expect(Object.keys(cases).sort()).toEqual([...said.keys()].sort());
  for (const [table, { said: words }] of Object.entries(cases))
    expect(said.get(table), table).toContain(words);
});

it('of somebody who did everything each table has what SECURITY says at each moment, and nothing more', () => {
  const { store, db, close } = filled('all');
  for (const [table, { row }] of Object.entries(cases)) put(db, table, row);
  const moments = [...new Set(Object.values(cases).flatMap(({ until }) => until ?? []))].sort(
    (a, b) => a - b,
  );
  expect(moments.length).toBeGreaterThan(9);
  for (const moment of moments)
    for (const now of [moment, moment + 1]) {
      forgetOld(store, now);
      const left = Object.keys(cases).filter(
        (table) => db.prepare(`select 1 from ${table}`).get() !== undefined,
      );
      const due = Object.entries(cases).flatMap(([table, { until = Number.POSITIVE_INFINITY }]) =>
        until >= now ? [table] : [],
      );
      expect(left.sort(), `${now - at} ms on`).toEqual(due.sort());
    }
  close();
});

it('an officer of whom nothing is kept is forgotten a month after the end; of a first one a place without a name stays', () => {
  const { store, db, close } = filled('officers');
  for (const [id, first] of [
    ['one', 1],
    ['other', 0],
  ] as const) {
    put(db, 'officers', { id, first, person: id, name: id, revoked_at: at });
    put(db, 'officer_passkeys', { id, officer_id: id, revoked_at: at });
  }
  put(db, 'officers', { id: 'works', person: 'works' });
  const known = () => db.prepare('select id, name from officers order by id').all();
  const keys = () => db.prepare('select id from officer_passkeys order by id').all();
  forgetOld(store, at + limits.officerKept);
  expect([known().length, keys().length]).toEqual([3, 2]);
  forgetOld(store, at + limits.officerKept + 1);
  expect(known()).toEqual([
    { id: 'one', name: '' },
    { id: 'works', name: 'x' },
  ]);
  expect(keys()).toEqual([]);
  close();
});
