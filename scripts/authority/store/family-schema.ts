import type { DatabaseSync } from 'node:sqlite';
import { addColumn, hasColumn } from './add-column.ts';

/** Who answers for whom, by the register's keyed hashes; which counters are terminals that may take a ward's face; and words that were given ahead. */
export const familySchema = `
create table if not exists delegations (
  id text primary key,
  guardian text not null,
  ward text not null,
  credential text not null,
  relation text not null,
  form text not null,
  scenes text not null,
  since integer not null,
  ends_at integer not null,
  ended_at integer,
  point_id text not null
);
create index if not exists delegations_by_guardian on delegations (guardian);
create index if not exists delegations_by_ward on delegations (ward);
create index if not exists delegations_by_credential on delegations (credential);
create index if not exists delegations_by_point on delegations (point_id);
create index if not exists delegations_due on delegations (ends_at) where ended_at is null;
create table if not exists family_hands (
  act_id text not null,
  officer_id text not null,
  passkey_id text,
  primary key (act_id, officer_id)
);
create index if not exists family_hands_by_officer on family_hands (officer_id);
create index if not exists family_hands_by_passkey on family_hands (passkey_id);
create table if not exists revocations (
  id text primary key,
  point_id text not null,
  at integer not null
);
create index if not exists revocations_by_point on revocations (point_id, at);
create index if not exists revocations_by_time on revocations (at);
create table if not exists binding_refusals (
  id text primary key,
  point_id text not null,
  at integer not null
);
create index if not exists binding_refusals_by_point on binding_refusals (point_id, at);
create index if not exists binding_refusals_by_time on binding_refusals (at);
create table if not exists terminals (counter_id text primary key);
create table if not exists guardian_words (
  hash text primary key,
  session_id text not null,
  expires_at integer not null
);
create index if not exists guardian_words_by_end on guardian_words (expires_at);
`;

/**
 * By which revocation a delegation ended, in a column that an earlier version did not have; and who bound it, which that version kept of the first
 * officer alone, without the passkey.
 */
export function openFamilyColumns(db: DatabaseSync): void {
  addColumn(db, 'delegations', 'revoked_in', 'text');
  if (hasColumn(db, 'delegations', 'officer_id'))
    db.exec(`
      insert or ignore into family_hands (act_id, officer_id) select id, officer_id from delegations;
      drop index if exists delegations_by_officer;
      alter table delegations drop column officer_id;
    `);
  db.exec('create index if not exists delegations_by_revocation on delegations (revoked_in)');
}
