import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import type { Row } from '../ports/db.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { type Everything, fillForHolder } from './everything.fixture.ts';
import { ownData } from './own-data.ts';

/** Of each table that has something of a holder, what an export says of it. */
const told: Record<string, keyof Awaited<ReturnType<typeof ownData>>> = {
  holders: 'account',
  reminders: 'account',
  soter_keys: 'account',
  credentials: 'credential',
  consents: 'consents',
  notices: 'notices',
  takeovers: 'takeovers',
  disputes: 'disputes',
  sessions: 'sessions',
  delegations: 'family',
  ward_codes: 'wardCodes',
  arrivals: 'arrivals',
  meetings: 'meetings',
  meeting_declines: 'declines',
  buckets: 'quotas',
};

/** Of each other that has a column for a holder, a phone or a credential, why not. */
const untold: Record<string, string> = {
  soter_challenges: 'a number that the phone is to sign, for two minutes',
  sms_codes: 'keyed hashes of a number, a phone and a code, for five minutes: they lead back to nobody',
  reminder_messages: 'that a message of the platform is due; what is reminded of, and that it is, is told',
  outbox: 'what the authority is told of a change that is told, until it has heard',
  leases: 'which process works',
};

async function begin(): Promise<Everything & { world: Awaited<ReturnType<typeof testPorts>> }> {
  const world = await testPorts();
  return { world, ...(await fillForHolder(world)) };
}

it('of every table that names a holder, a phone or a credential an export tells, or this list says why not', async () => {
  const { world } = await begin();
  const { db } = world.ports;
  const named = await db.read(
    `select distinct t.name from sqlite_master t join pragma_table_info(t.name) c
      where t.type = 'table' and (c.name like '%holder%' or c.name like '%device' or c.name = 'handle')`,
    {},
  );
  const tables = new Set([
    ...named.map(({ name }) => String(name)),
    'holders',
    'ward_codes',
    'buckets',
    'meeting_declines',
    'outbox',
  ]);
  expect([...Object.keys(told), ...Object.keys(untold)].sort()).toEqual([...tables].sort());
  await db.close();
});

it.each(Object.entries(told))('what stands in %s is in an export', async (table, member) => {
  const { world, caller } = await begin();
  const { db } = world.ports;
  const before = await ownData(world.ports, caller);
  await db.write([{ sql: `delete from ${table}`, params: {} }]);
  const rows: Row[] = await db.read(`select 1 as one from ${table}`, {});
  expect(rows).toEqual([]);
  const after = await ownData(world.ports, caller);
  expect(JSON.stringify(after[member])).not.toBe(JSON.stringify(before[member]));
  await db.close();
});

it('every notice is in it, the newest too', async () => {
  const { world, caller } = await begin();
  const { db, now } = world.ports;
  const most = 2 * limits.noticesPerPage + 1;
  await db.write([
    { sql: 'delete from notices', params: {} },
    ...Array.from({ length: most }, (_, n) => ({
      sql: `insert into notices (device, seq, kind, at, until_at, expires_at) values (:device, :seq, 'frozen', :at, null, :expiresAt)`,
      params: { device: caller.deviceThumbprint, seq: n + 1, at: now(), expiresAt: now() + 1000 },
    })),
  ]);
  const { notices } = await ownData(world.ports, caller);
  expect(notices.map(({ seq }) => seq)).toEqual(Array.from({ length: most }, (_, n) => n + 1));
  await db.close();
});
