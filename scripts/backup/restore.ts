import { randomBytes } from 'node:crypto';
import { chmodSync, constants, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSqlite } from '../../bff/src/adapters/sqlite/open-sqlite.ts';
import { openAudit } from '../../bff/src/audit/open-audit.ts';
import { giveToOwner } from '../program/give-to-owner.ts';
import { type CheckedCopy, checkCopy } from './check-copy.ts';

const migrations = fileURLToPath(new URL('../../bff/migrations', import.meta.url));

/** What opens something once, or may have been ended since the copy: nobody can know, so that none of it opens anything again. */
const endedByRestore = [
  ...['operator_tokens', 'operator_invites', 'passkey_challenges', 'pairings'],
  ...['sms_codes', 'arrivals', 'device_codes'],
];

/** The database, and what stands beside it. */
const filesOf = (database: string) => ['', '-wal', '-shm', '-lock', '-reserve'].map((end) => database + end);

/**
 * Makes a database of a copy, where there is none: brings it to this version, and marks the moment, so that no assertion and no proof that
 * was made before is taken again, whether the copy knows that it was used or not. Operators sign in anew, and what they proposed is withdrawn.
 * Restored by root, it belongs to whom its folder belongs.
 * @param noted heads of the audit chains that were kept elsewhere
 * @throws Error in a sentence, and nothing is left then
 */
export async function restore(
  copy: string,
  database: string,
  { now, noted = '' }: { now: number; noted?: string },
): Promise<CheckedCopy> {
  if (existsSync(database))
    throw new Error(
      `There is a database ${database}: move it away first, it may be needed to find out what happened.`,
    );
  const checked = await checkCopy(copy, noted);
  mkdirSync(dirname(database), { recursive: true, mode: 0o700 });
  copyFileSync(copy, database, constants.COPYFILE_EXCL);
  try {
    chmodSync(database, 0o600);
    await mark(database, { now, takenAt: checked.newest });
    giveToOwner(...filesOf(database));
  } catch (fault) {
    for (const left of filesOf(database)) rmSync(left, { force: true });
    throw fault;
  }
  return checked;
}

async function mark(database: string, { now, takenAt }: { now: number; takenAt: number }): Promise<void> {
  const db = await openSqlite(database, { migrations, alone: { onRoom() {} } });
  try {
    const random = (length: number) => new Uint8Array(randomBytes(length));
    const { audit, audited, flush } = await openAudit({ db, now: () => now, random });
    const written = await audited({ event: 'database-restored', by: 'command', takenAt }, [
      {
        sql: 'insert into restores (at, taken_at) values (:now, :takenAt) returning at',
        params: { now, takenAt },
        rows: 1,
      },
      {
        sql: `update proposals set state = 'withdrawn', decided_at = :now where state = 'open'`,
        params: { now },
      },
      ...endedByRestore.map((table) => ({ sql: `delete from ${table}`, params: {} })),
    ]);
    if (!written.done) throw new Error('The database could not be marked as restored.');
    await audit({ event: 'process-stopped', by: 'operator' });
    await flush();
  } finally {
    await db.close();
  }
}
