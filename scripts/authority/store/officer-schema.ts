import type { DatabaseSync } from 'node:sqlite';
import { addColumn, hasColumn } from './add-column.ts';
import { openCaseColumns } from './waiting-cases.ts';

/** What the authority keeps of those who have power over others' credentials; of a person nothing but the register's keyed hash. */
export const officerSchema = `
create table if not exists acceptance_points (
  id text primary key,
  counter_id text not null unique,
  point text not null,
  revoked_at integer
);
create table if not exists officers (
  id text primary key,
  name text not null,
  person text not null,
  role text not null,
  point_id text,
  rp_id text not null,
  counter_id text not null,
  since integer not null,
  first integer not null,
  revoked_at integer
);
create unique index if not exists officers_by_person on officers (person) where revoked_at is null;
create table if not exists officer_invites (
  hash text primary key,
  officer_id text not null,
  expires_at integer not null
);
create table if not exists officer_passkeys (
  id text primary key,
  officer_id text not null,
  name text not null,
  public_key text not null,
  counter integer not null,
  transports text not null,
  added_at integer not null,
  revoked_at integer
);
create index if not exists officer_passkeys_by_officer on officer_passkeys (officer_id);
create table if not exists shifts (
  id text primary key,
  officer_id text not null,
  passkey_id text not null,
  key text not null,
  since integer not null,
  expires_at integer not null,
  ended_at integer
);
create index if not exists shifts_by_key on shifts (key, since);
create index if not exists shifts_by_officer on shifts (officer_id);
create table if not exists officer_ceremonies (
  ceremony text primary key,
  purpose text not null,
  about text not null,
  challenge text not null,
  expires_at integer not null,
  held text not null
);
create index if not exists officer_ceremonies_by_end on officer_ceremonies (expires_at);
create table if not exists raise_cases (
  id text primary key,
  session_id text not null unique,
  credential text not null,
  person text not null,
  point_id text not null,
  words text not null,
  card_read text not null,
  evidence text not null,
  at integer not null,
  state text not null,
  waits_for text,
  settled_by text,
  settled_with text,
  settled_at integer
);
create index if not exists raise_cases_waiting on raise_cases (at) where waits_for is not null;
create index if not exists raise_cases_by_time on raise_cases (at);
create index if not exists raise_cases_by_person on raise_cases (person);
create table if not exists raise_case_hands (
  case_id text not null,
  officer_id text not null,
  passkey_id text not null,
  word integer not null default 1,
  primary key (case_id, officer_id)
);
create index if not exists raise_case_hands_by_officer on raise_case_hands (officer_id);
`;

/** What a data folder of an earlier version lacks; of an officer whose credential was raised by then it is known when. */
export function openOfficerColumns(db: DatabaseSync): void {
  addColumn(db, 'shifts', 'used_at', 'integer');
  openCaseColumns(db);
  openHands(db);
  if (hasColumn(db, 'officers', 'own_raise_at')) return;
  addColumn(db, 'officers', 'own_raise_at', 'integer');
  db.exec(`update officers set own_raise_at = (select min(at) from raise_cases
    where raise_cases.person = officers.person and state = 'raised')`);
}

/** Of an earlier version only the last who settled a case is known. */
function openHands(db: DatabaseSync): void {
  if (hasColumn(db, 'raise_case_hands', 'word')) return;
  addColumn(db, 'raise_case_hands', 'word', 'integer not null default 1');
  db.exec(`insert or ignore into raise_case_hands (case_id, officer_id, passkey_id, word)
    select id, settled_by, settled_with, 0 from raise_cases where settled_by is not null`);
}
