import type { DatabaseSync } from 'node:sqlite';
import { addColumn, hasColumn } from './add-column.ts';

const later = {
  state: `text not null default 'active'`,
  reason: 'text',
  device: 'text',
  strict_from: 'integer',
  card_report_ends: 'integer',
  movable_from: 'integer',
  movable_until: 'integer',
  suspended_by: 'text',
  ends_at: 'integer',
  due_at: 'integer',
  voice_withdrawn: 'integer not null default 0',
  void_seen: 'integer',
  receipt_key: 'text',
} as const;

/**
 * What became of a credential, in columns that an earlier version did not have: what was live then is active, all else was superseded.
 * `due_at`: when something ends or comes by itself; `void_seen`: since when it is known to
 * be void, by which it is forgotten; `receipt_key`: what its device has stated.
 */
export function openCredentialColumns(db: DatabaseSync): void {
  for (const [column, definition] of Object.entries(later)) addColumn(db, 'credentials', column, definition);
  if (hasColumn(db, 'credentials', 'status'))
    db.exec(`
      update credentials set state = case when status = 'live' then 'active' else 'void' end,
        reason = case when status = 'live' then null else 'superseded' end;
      drop index if exists credentials_by_person;
      alter table credentials drop column status;
    `);
  db.exec(`
    create index if not exists credentials_of_person on credentials (person, state);
    create index if not exists credentials_void on credentials (void_seen) where state = 'void';
    create index if not exists credentials_due on credentials (due_at) where due_at is not null;
  `);
}
