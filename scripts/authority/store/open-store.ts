import { DatabaseSync } from 'node:sqlite';
import type { Store } from '../ports/store.ts';
import { addColumn } from './add-column.ts';
import { caseTable } from './case-table.ts';
import { challengeTable, sampleTable, verdictTable } from './challenge-tables.ts';
import { consentSchema, consentTable } from './consent-table.ts';
import { counterTable } from './counter-table.ts';
import { openCredentialColumns } from './credential-schema.ts';
import { credentialTable } from './credential-table.ts';
import { delegationTable } from './delegation-table.ts';
import { familyActTable } from './family-act-table.ts';
import { familySchema, openFamilyColumns } from './family-schema.ts';
import { grantSchema, grantTable } from './grant-table.ts';
import { guardianWordTable, terminalTable } from './guardian-tables.ts';
import { heldTable } from './held-table.ts';
import { nameTable } from './name-table.ts';
import { officerSchema, openOfficerColumns } from './officer-schema.ts';
import { officerTable } from './officer-table.ts';
import { peopleTable, strikeTable, tryTable, voiceTable } from './people-tables.ts';
import { pinSchema, pinTable } from './pin-table.ts';
import { pointTable } from './point-table.ts';
import { receiptTable } from './receipt-table.ts';
import { schema } from './schema.ts';
import { seenTable } from './seen-table.ts';
import { begunTable, shiftTable } from './shift-tables.ts';

export const databaseFileName = 'authority.db';

/** Opens or makes the authority's database; `:memory:` is for tests. Every write is durable when it returns. */
export function openStore(path: string): Store {
  const db = new DatabaseSync(path);
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000;');
  const together = <T>(work: () => T): T => {
    db.exec('begin immediate');
    try {
      const result = work();
      db.exec('commit');
      return result;
    } catch (error) {
      db.exec('rollback');
      throw error;
    }
  };
  // Whole or not at all, and one flush instead of one for each table.
  together(() => bringUp(db));
  return {
    people: peopleTable(db),
    counters: counterTable(db),
    names: nameTable(db),
    credentials: credentialTable(db),
    challenges: challengeTable(db),
    samples: sampleTable(db),
    verdicts: verdictTable(db),
    receipts: receiptTable(db),
    strikes: strikeTable(db),
    tries: tryTable(db),
    seen: seenTable(db),
    voices: voiceTable(db),
    held: heldTable(db),
    points: pointTable(db),
    officers: officerTable(db),
    shifts: shiftTable(db),
    begun: begunTable(db),
    cases: caseTable(db),
    grants: grantTable(db),
    pins: pinTable(db),
    consents: consentTable(db),
    delegations: delegationTable(db),
    familyActs: familyActTable(db),
    terminals: terminalTable(db),
    guardianWords: guardianWordTable(db),
    together,
    close: () => db.close(),
  };
}

/** Makes what a new file lacks, and what one of an earlier version does. */
function bringUp(db: DatabaseSync): void {
  for (const each of [schema, officerSchema, pinSchema, consentSchema, grantSchema, familySchema])
    db.exec(each);
  openCredentialColumns(db);
  openFamilyColumns(db);
  addColumn(db, 'people', 'by_application', 'integer not null default 0');
  addColumn(db, 'people', 'born', 'text');
  addColumn(db, 'challenges', 'shown_state', 'text');
  openOfficerColumns(db);
}
