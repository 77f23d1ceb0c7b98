import { expect, it } from 'vitest';
import { HolderProblem } from '../../../miniprogram/src/holder/holder-problem.ts';
import { readReceipt } from '../../../miniprogram/src/receipt/01-read-receipt.ts';
import { checkForReceipt, newPlace, readAt, receiptOf } from '../world/receipts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('another phone that learns a locator opens nothing, and cannot tell it from a place where nothing is', async () => {
  const check = await checkForReceipt(world);
  const thief = await world.citizen();
  const { privateKey } = newPlace();
  const { sessionId, place } = check;
  const stolen = { sessionId, locator: place.locator, privateKey };
  expect(await readReceipt(thief.holder, stolen)).toBeUndefined();
  expect(await readReceipt(thief.holder, { ...stolen, locator: newPlace().locator })).toBeUndefined();
  expect((await receiptOf(check))?.claims.sessionId).toBe(sessionId);
});

it('a receipt that is moved to the place of another check of the same phone is refused', async () => {
  const phone = await world.citizen();
  const first = await checkForReceipt(world, phone);
  const second = await checkForReceipt(world, phone, world.otherHotelCounter);
  const { body } = await readAt(world, first.place.locator);
  const { sealed, leaf } = Object(body);
  const sql = 'update receipts set sealed = :sealed, leaf = :leaf where locator = :locator';
  await world.ports.db.write([{ sql, params: { sealed, leaf, locator: second.place.locator } }]);
  const { privateKey } = first.place;
  const moved = { ...second, place: { ...second.place, privateKey } };
  await expect(receiptOf(moved)).rejects.toEqual(
    new HolderProblem('authority-untrusted', { why: 'receipt-other-session' }),
  );
});
