import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { forget } from '../../src/jobs/forget.ts';
import { scrubbing } from '../../src/jobs/scrub.ts';
import { checkForReceipt, receiptOf, report } from '../world/receipts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

/** Every row of every table that has one of the texts in it, in whichever column, as `table.column`. */
async function placesOf(texts: readonly string[]): Promise<string[]> {
  const { db } = world.ports;
  const tables = await db.read(`select name from sqlite_master where type = 'table'`, {});
  const found: string[] = [];
  for (const { name } of tables)
    for (const row of await db.read(`select * from "${name}"`, {}))
      for (const [column, value] of Object.entries(row))
        if (texts.some((text) => String(value).includes(text))) found.push(`${name}.${column}`);
  return [...new Set(found)];
}

it('once the claim memory is over nothing in any table links holder, device or session with the receipt or its place', async () => {
  const check = await checkForReceipt(world);
  const { phone, place, sessionId } = check;
  const receipt = await receiptOf(check);
  if (receipt?.claims.report === undefined) throw new Error('no receipt');
  await report(world, receipt.claims.report);
  const { nullifier } = JSON.parse(
    Buffer.from(receipt.claims.report.split('.')[1] ?? '', 'base64url').toString(),
  );
  world.clock.pass(limits.claimMemory + 1);
  await forget(world.ports);
  await scrubbing()(world.ports);

  const [row] = await world.ports.db.read('select * from receipts where locator = :locator', {
    locator: place.locator,
  });
  expect(Object.keys(row ?? {}).sort()).toEqual(['day', 'leaf', 'locator', 'sealed']);
  // What is known of the receipt stands with the receipt alone,
  for (const text of [place.locator, String(row?.sealed), String(row?.leaf)])
    expect((await placesOf([text])).every((where) => where.startsWith('receipts.'))).toBe(true);
  // and there nothing stands of whose it is, which session it is of, where that was or what was reported;
  const { claims } = receipt;
  const about = [phone.holder.device.thumbprint, phone.account, sessionId, nullifier, claims.salt];
  about.push(claims.rpId, claims.counterId, claims.place, claims.rpName);
  expect((await placesOf(about)).filter((where) => where.startsWith('receipts.'))).toEqual([]);
  // nor does the phone stand anywhere with the session.
  expect(await placesOf([phone.holder.device.thumbprint])).toEqual(['holders.device']);
  const [holder] = await world.ports.db.read('select id from holders where device = :device', {
    device: phone.holder.device.thumbprint,
  });
  const ofHolder = await placesOf([String(holder?.id)]);
  expect(ofHolder.filter((where) => !/^(holders|credentials|consents)\./.test(where))).toEqual([]);
  const ofSession = await placesOf([sessionId]);
  expect(ofSession.filter((where) => !/^(sessions|idempotency|audit)\./.test(where))).toEqual([]);
  // Who reported, or which check, is not known either.
  expect(await placesOf([nullifier])).toEqual(['spent_reports.nullifier']);
  const [sums] = await world.ports.db.read('select * from report_sums', {});
  expect(Object.keys(sums ?? {}).sort()).toEqual(
    ['card', 'copy', 'day', 'face', 'other', 'reports', 'rp_id'].sort(),
  );
});

it('receipts stand in no order of theirs: not in that in which the checks ended', async () => {
  const ended: string[] = [];
  for (let n = 0; n < 4; n++) ended.push((await checkForReceipt(world)).place.locator);
  const rows = await world.ports.db.read('select locator from receipts', {});
  const stored = rows.map(({ locator }) => String(locator));
  expect(stored).toEqual([...stored].sort());
  await expect(world.ports.db.read('select rowid from receipts', {})).rejects.toThrow();
});

it('a receipt goes with its day', async () => {
  const count = async () => (await world.ports.db.read('select 1 as one from receipts', {})).length;
  const before = await count();
  world.clock.pass(limits.receiptRetention - limits.claimMemory - 1);
  await forget(world.ports);
  expect(await count()).toBe(before);
  world.clock.pass(24 * 60 * 60 * 1000);
  await forget(world.ports);
  expect(await count()).toBe(0);
});
