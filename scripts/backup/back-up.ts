import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import * as limits from '../../shared/limits.ts';
import { type CheckedCopy, checkCopy } from './check-copy.ts';

/** All pages in one step: who writes the database meanwhile is not kept waiting, and does not make it begin anew. */
const wholeAtOnce = 2 ** 31 - 1;

/**
 * Copies the database of a BFF, which may run and write meanwhile, into one file for its owner's eyes alone. The copy is what was
 * committed at one moment, and has its name once it was checked.
 * @returns where it is and what was found in it
 * @throws Error in a sentence
 */
export async function backUp(
  database: string,
  folder: string,
  now: number,
): Promise<CheckedCopy & { file: string }> {
  if (!existsSync(database)) throw new Error(`There is no database ${database}.`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `bff-${new Date(now).toISOString().replaceAll(':', '-')}.db`);
  if (existsSync(file)) throw new Error(`There is a copy ${file} already.`);
  const part = `${file}.part`;
  // Its mode is there before anything is in it.
  closeSync(openSync(part, 'w', 0o600));
  const source = new DatabaseSync(database, { readOnly: true, timeout: limits.lookWait });
  try {
    await backup(source, part, { rate: wholeAtOnce });
    intoOneFile(part);
    const checked = await checkCopy(part);
    renameSync(part, file);
    return { ...checked, file };
  } finally {
    source.close();
    for (const left of ['', '-wal', '-shm']) rmSync(part + left, { force: true });
  }
}

/** Without a log of writes beside it: it is copied and kept as one file. */
function intoOneFile(path: string): void {
  const copy = new DatabaseSync(path);
  copy.exec('pragma journal_mode = delete');
  copy.close();
}
