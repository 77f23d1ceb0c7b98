import { DatabaseSync } from 'node:sqlite';
import { type ChallengeTable, challengeTable } from './challenge-table.ts';
import { type CredentialTable, credentialTable } from './credential-table.ts';
import { type PeopleTable, peopleTable } from './people-table.ts';
import { type SampleTable, sampleTable } from './sample-table.ts';
import { schema } from './schema.ts';
import { type SeenTable, seenTable } from './seen-table.ts';
import { type StrikeTable, strikeTable } from './strike-table.ts';
import { type VerdictTable, verdictTable } from './verdict-table.ts';
import { type VoiceTable, voiceTable } from './voice-table.ts';

export interface Store {
  people: PeopleTable;
  credentials: CredentialTable;
  challenges: ChallengeTable;
  samples: SampleTable;
  verdicts: VerdictTable;
  strikes: StrikeTable;
  seen: SeenTable;
  voices: VoiceTable;
  /** Everything that `work` writes, or nothing of it; durable when it returns. */
  together<T>(work: () => T): T;
  close(): void;
}

/** Opens or makes the authority's database; `:memory:` is for tests. Every write is durable when it returns. */
export function openStore(path: string): Store {
  const db = new DatabaseSync(path);
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000;');
  db.exec(schema);
  return {
    people: peopleTable(db),
    credentials: credentialTable(db),
    challenges: challengeTable(db),
    samples: sampleTable(db),
    verdicts: verdictTable(db),
    strikes: strikeTable(db),
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
