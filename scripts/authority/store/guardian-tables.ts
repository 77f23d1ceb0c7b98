import type { DatabaseSync } from 'node:sqlite';
import type { GuardianWordTable, TerminalTable } from '../ports/family.ts';
import { text } from './columns.ts';

export function terminalTable(db: DatabaseSync): TerminalTable {
  const find = db.prepare('select 1 from terminals where counter_id = ?');
  const add = db.prepare('insert into terminals (counter_id) values (?) on conflict do nothing');
  const remove = db.prepare('delete from terminals where counter_id = ?');
  return {
    stands: (counterId) => find.get(counterId) !== undefined,
    put: (counterId, stands) => void (stands ? add : remove).run(counterId),
  };
}

export function guardianWordTable(db: DatabaseSync): GuardianWordTable {
  const add = db.prepare(
    'insert into guardian_words (hash, session_id, expires_at) values (?, ?, ?) on conflict do nothing',
  );
  const find = db.prepare('select session_id from guardian_words where hash = ?');
  const purge = db.prepare('delete from guardian_words where expires_at < ?');
  return {
    take(hash, sessionId, expiresAt) {
      add.run(hash, sessionId, expiresAt);
      return text(find.get(hash) ?? {}, 'session_id') === sessionId;
    },
    purge: (before) => void purge.run(before),
  };
}
