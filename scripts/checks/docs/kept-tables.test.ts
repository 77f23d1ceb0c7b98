import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { testPorts } from '../../../bff/src/ports/ports.fixture.ts';
import { openStore } from '../../authority/store/open-store.ts';
import { keptTables } from './kept-tables.fixture.ts';

it('SECURITY says of every table of the BFF what bounds and what ends it, and of no other', async () => {
  const { ports } = await testPorts();
  const tables = await ports.db.read(`select name from sqlite_master where type = 'table' order by name`, {});
  await ports.db.close();
  expect(tables.length).toBeGreaterThan(40);
  expect([...keptTables('BFF').keys()].sort()).toEqual(tables.map(({ name }) => String(name)));
});

it('and of every table of the authority', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lz-tables-'));
  const store = openStore(join(folder, 'authority.db'));
  const db = new DatabaseSync(join(folder, 'authority.db'), { readOnly: true });
  const tables = db
    .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`)
    .all();
  db.close();
  store.close();
  rmSync(folder, { recursive: true });
  expect(tables.length).toBeGreaterThan(20);
  expect([...keptTables('authority').keys()].sort()).toEqual(tables.map(({ name }) => String(name)));
});
