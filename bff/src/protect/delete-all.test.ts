import { expect, it } from 'vitest';
import { asId, newId } from '../../../shared/ids.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { deleteAll } from './delete-all.ts';

/**
 * Tables that name a phone or a credential and are seen to otherwise: sessions forget the phone as they end (`forgetDevice`), codes by SMS
 * know it by a keyed hash for minutes, and a message to the authority goes as it is delivered. What holds a lease is a process.
 */
const elsewhere = ['sessions', 'sms_codes', 'outbox', 'leases'];

it('leaves out no table that has a column for the holder, a phone or a credential', async () => {
  const { ports } = await testPorts();
  const named = await ports.db.read(
    `select distinct t.name from sqlite_master t join pragma_table_info(t.name) c
      where t.type = 'table' and (c.name like '%holder%' or c.name like '%device' or c.name = 'handle') order by t.name`,
    {},
  );
  const holder = await ports.db.read(`select 'holders' as name`, {});
  const tables = [...named, ...holder].map(({ name }) => String(name));
  const { random } = ports;
  const written = deleteAll(asId('hol', `hol_${'A'.repeat(22)}`), newId('crd', random)).map(({ sql }) => sql);
  const touched = tables.filter((table) =>
    written.some((sql) => new RegExp(`(from|update) ${table} `).test(sql)),
  );
  expect(tables.filter((table) => !touched.includes(table) && !elsewhere.includes(table))).toEqual([]);
  await ports.db.close();
});
