import { expect, it } from 'vitest';
import { HolderProblem } from '../../../miniprogram/src/holder/holder-problem.ts';
import { readReceipt } from '../../../miniprogram/src/receipt/01-read-receipt.ts';
import { newReceiptPlace } from '../../../scripts/stand-ins/phone/receipt-place.ts';
import * as limits from '../../../shared/limits.ts';
import { forget } from '../../src/jobs/forget.ts';
import { scrubbing } from '../../src/jobs/scrub.ts';
import { sealedFace } from '../world/check.fixture.ts';
import { endOf, forWard, type Guardian, guardianOf } from '../world/family.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { readAt } from '../world/receipts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

/** A check of the ward that has passed, by the phone of the guardian who is there. */
async function checked(guardian: Guardian) {
  const places = { receipt: newReceiptPlace(random), copy: newReceiptPlace(random, 'copy') };
  const { phone, delegation } = guardian;
  const check = await forWard(world, guardian, delegation.delegationId, world.hotel, places);
  await phone.put(check.sessionId, 'face', await sealedFace(phone, check.checked));
  expect((await endOf(guardian, check.sessionId)).state).toBe('passed');
  return { ...places, sessionId: check.sessionId };
}

it('who has the address of one copy opens neither the guardian’s receipt nor the copy of another check', async () => {
  const guardian = await guardianOf(world);
  const { holder } = await world.citizen();
  const [first, second] = [await checked(guardian), await checked(guardian)];
  const { privateKey } = first.copy;
  for (const { locator } of [first.receipt, second.receipt, second.copy])
    expect(await readReceipt(holder, { locator, privateKey, copy: true })).toBeUndefined();
  const own = { privateKey: first.receipt.privateKey, sessionId: first.sessionId };
  expect(await readReceipt(holder, { ...own, locator: first.copy.locator })).toBeUndefined();
  expect((await readReceipt(holder, { ...first.copy, copy: true }))?.claims.sessionId).toBe(first.sessionId);
});

it('a copy that is put in the place of another opens for nobody, and beside the leaf of another is refused', async () => {
  const guardian = await guardianOf(world);
  const { holder } = guardian.phone;
  const [first, second] = [await checked(guardian), await checked(guardian)];
  const { sealed, leaf } = Object((await readAt(world, first.copy.locator)).body);
  const put = (what: object, sql: string) =>
    world.ports.db.write([
      {
        sql: `update receipts set ${sql} where locator = :locator`,
        params: { ...what, locator: second.copy.locator },
      },
    ]);
  await put({ leaf }, 'leaf = :leaf');
  await expect(readReceipt(holder, { ...second.copy, copy: true })).rejects.toEqual(
    new HolderProblem('authority-untrusted', { why: 'receipt-leaf' }),
  );
  await put({ sealed, leaf }, 'sealed = :sealed, leaf = :leaf');
  expect(await readReceipt(holder, { ...second.copy, copy: true })).toBeUndefined();
});

it('nothing that is kept links a copy with the guardian’s receipt, the session or anybody, but that both are of one day', async () => {
  const guardian = await guardianOf(world);
  const { receipt, copy, sessionId } = await checked(guardian);
  world.clock.pass(limits.claimMemory + 1);
  await forget(world.ports);
  await scrubbing()(world.ports);
  const { db } = world.ports;
  const rowOf = async (locator: string) =>
    (await db.read('select * from receipts where locator = :locator', { locator }))[0] ?? {};
  const [one, other] = [await rowOf(receipt.locator), await rowOf(copy.locator)];
  const { day, ...unlike } = one;
  expect(other.day).toBe(day);
  for (const [column, value] of Object.entries(unlike)) {
    expect(other[column]).not.toBe(value);
    expect(String(other[column])).toHaveLength(String(value).length);
  }
  const found: string[] = [];
  const about = [copy.locator, String(other.sealed), String(other.leaf)];
  about.push(copy.wantedBy(guardian.phone.holder).key);
  for (const { name } of await db.read(`select name from sqlite_master where type = 'table'`, {}))
    for (const row of await db.read(`select * from "${name}"`, {}))
      if (about.some((text) => JSON.stringify(row).includes(text))) found.push(String(name));
  expect(found).toEqual(['receipts']);
  expect(JSON.stringify([one, other])).not.toContain(sessionId);
});
