import type { DatabaseSync } from 'node:sqlite';
import * as limits from '../../../shared/limits.ts';
import type { PinTable } from '../ports/pins.ts';
import { integer, text } from './columns.ts';

/** PINs as slow salted hashes, by person, and the tries since the last that fitted. */
export const pinSchema = `create table if not exists pins (
  person text primary key,
  salt text not null,
  hash text not null,
  tries integer not null
)`;

export function pinTable(db: DatabaseSync): PinTable {
  const set = db.prepare(`insert into pins (person, salt, hash, tries) values (:person, :salt, :hash, :tries)
    on conflict (person) do update set salt = excluded.salt, hash = excluded.hash, tries = excluded.tries`);
  const take = db.prepare(
    'update pins set tries = tries + 1 where person = :person and tries < :most returning salt, hash',
  );
  const saltOf = db.prepare('select salt from pins where person = ?');
  const remove = db.prepare('delete from pins where person = ? and salt = ? returning hash, tries');
  const clear = db.prepare('update pins set tries = 0 where person = ? and hash = ?');
  return {
    set: (person, { salt, hash, tries = 0 }) => void set.run({ person, salt, hash, tries }),
    saltOf(person) {
      const row = saltOf.get(person);
      return row && text(row, 'salt');
    },
    remove(person, salt) {
      const row = remove.get(person, salt);
      return row && { salt, hash: text(row, 'hash'), tries: integer(row, 'tries') };
    },
    takeTry(person) {
      const row = take.get({ person, most: limits.pinTries });
      return row && { salt: text(row, 'salt'), hash: text(row, 'hash') };
    },
    clearTries: (person, hash) => void clear.run(person, hash),
  };
}
