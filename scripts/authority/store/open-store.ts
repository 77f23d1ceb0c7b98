import { DatabaseSync } from 'node:sqlite';
import type { Store } from '../ports/store.ts';
import { challengeTable, sampleTable, verdictTable } from './challenge-tables.ts';
import { counterTable } from './counter-table.ts';
import { credentialTable } from './credential-table.ts';
import { nameTable } from './name-table.ts';
import { peopleTable, strikeTable, tryTable, voiceTable } from './people-tables.ts';
import { schema } from './schema.ts';
import { seenTable } from './seen-table.ts';

export const databaseFileName = 'authority.db';

/** Opens or makes the authority's database; `:memory:` is for tests. Every write is durable when it returns. */
export function openStore(path: string): Store {
  const db = new DatabaseSync(path);
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000;');
  db.exec(schema);
  return {
    people: peopleTable(db),
    counters: counterTable(db),
    names: nameTable(db),
    credentials: credentialTable(db),
    challenges: challengeTable(db),
    samples: sampleTable(db),
    verdicts: verdictTable(db),
    strikes: strikeTable(db),
    tries: tryTable(db),
    seen: seenTable(db),
    voices: voiceTable(db),
    together(work) {
      db.exec('begin immediate');
      try {
        const result = work();
        db.exec('commit');
        return result;
      } catch (error) {
        db.exec('rollback');
        throw error;
      }
    },
    close: () => db.close(),
  };
}
