import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { sqliteStatements } from './sqlite-statements.ts';

interface Migration {
  number: number;
  name: string;
  text: string;
  digest: string;
}

/**
 * Applies the folder's numbered files (`001-name.sql`) in order, each once and whole, also when two processes start at once.
 * @throws Error when the numbers are not 1, 2, 3 ..., when an applied file was edited since, and when the database is newer than the folder
 */
export async function migrateSqlite(database: DatabaseSync, folder: string): Promise<void> {
  const migrations = await readMigrations(folder);
  database.exec('begin immediate');
  try {
    applyMissing(database, migrations);
    database.exec('commit');
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const migrations = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      const digest = createHash('sha256').update(text).digest('hex');
      return { number: Number(/^([0-9]{3})-/.exec(name)?.[1] ?? Number.NaN), name, text, digest };
    }),
  );
  for (const [index, { number, name }] of migrations.entries()) {
    if (number !== index + 1) throw new Error(`migration ${name} does not continue the numbers 001, 002 ...`);
  }
  return migrations;
}

function applyMissing(database: DatabaseSync, migrations: Migration[]): void {
  database.exec(
    'create table if not exists migrations (number integer primary key, name text not null, digest text not null)',
  );
  const statements = sqliteStatements(database);
  const applied = statements.all('select number, name, digest from migrations order by number', {});
  if (applied.length > migrations.length) throw new Error('the database is newer than this program');
  for (const { number, name, text, digest } of migrations) {
    const before = applied[number - 1];
    if (before === undefined) {
      database.exec(text);
      statements.all('insert into migrations (number, name, digest) values (:number, :name, :digest)', {
        number,
        name,
        digest,
      });
    } else if (before.digest !== digest) {
      throw new Error(`migration ${name} was edited after it was applied; write a new one instead`);
    }
  }
}
