import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { databaseFileName } from '../authority/store/open-store.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { searchTables } from './search-tables.ts';

/** Where one of them stands for a reason of its own, which the consent to the face is not. */
const kept: readonly string[] = [
  // By law, of every citizen; and for ten years what an officer decided over a card.
  ...['authority people.person: person', 'authority raise_cases.person: person'],
  // The account was not erased: it is told what became of its credential, which is void.
  ...['bff holders.device: device', 'bff notices.device: device'],
  ...['bff credentials.handle: handle', 'bff credentials.origin: handle'],
  // For ten minutes after the last session.
  ...['bff sessions.device: device', 'bff sessions.body: device'],
];
/** The same in words. */
export const keptBeside = 'the register, the officers’ files and the account with its void credential';

/**
 * The way to search every column of every table on both sides for a person, whose keyed hash the authority has beside the credential, for the credential
 * itself and for the phone. It answers where one of them stands that has no reason to.
 * @throws Error where the authority does not know the credential
 */
export function searchOf(
  { folder, authority, database }: Sandbox,
  { handle, device }: { handle: string; device: string },
): () => string[] {
  const files = { authority: join(folder, authority.folder, databaseFileName), bff: join(folder, database) };
  const person = personOf(files.authority, handle);
  return () =>
    Object.entries(files)
      .flatMap(([side, file]) =>
        Object.entries({ handle, device, person }).flatMap(([name, text]) =>
          searchTables(file, [text]).map((place) => `${side} ${place}: ${name}`),
        ),
      )
      .filter((place) => !kept.includes(place));
}

function personOf(file: string, handle: string): string {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const row = db.prepare('select person from credentials where handle = ?').get(handle);
    if (row === undefined) throw new Error('the authority does not know this credential');
    return String(row.person);
  } finally {
    db.close();
  }
}
