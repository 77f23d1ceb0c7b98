import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Row, Value } from '../../ports/db.ts';

/** A database as far as migrating it needs. */
export interface Migratable {
  /** Runs the work in one transaction that keeps every other process out, and undoes all of it where it throws. */
  alone(work: () => Promise<void>): Promise<void>;
  /** Runs a text of several statements without parameters. */
  exec(text: string): Promise<void>;
  all(sql: string, params: Record<string, Value>): Promise<Row[]>;
}

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
export async function runMigrations(database: Migratable, folder: string): Promise<void> {
  const migrations = await readMigrations(folder);
  await database.alone(() => applyMissing(database, migrations));
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

async function applyMissing(database: Migratable, migrations: Migration[]): Promise<void> {
  await database.exec(
    'create table if not exists migrations (number integer primary key, name text not null, digest text not null)',
  );
  const applied = await database.all('select number, name, digest from migrations order by number', {});
  if (applied.length > migrations.length) throw new Error('the database is newer than this program');
  for (const { number, name, text, digest } of migrations) {
    const before = applied[number - 1];
    if (before === undefined) {
      await database.exec(text);
      await database.all('insert into migrations (number, name, digest) values (:number, :name, :digest)', {
        number,
        name,
        digest,
      });
    } else if (before.digest !== digest) {
      throw new Error(`migration ${name} was edited after it was applied; write a new one instead`);
    }
  }
}
