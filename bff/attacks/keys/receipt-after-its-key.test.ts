import { expect, it } from 'vitest';
import { checkForReceipt, receiptOf, report } from '../world/receipts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const { keys } = world.authority;
const day = 24 * 60 * 60 * 1000;

/** Two rotations, each when the key before is out of use. */
function rotateTwice(): void {
  for (let n = 0; n < 2; n++) {
    world.clock.pass(day + 60 * 60 * 1000);
    keys.rotate(world.clock.at);
  }
  world.clock.pass(day + 60 * 60 * 1000);
  keys.rotate(world.clock.at);
}

it('a receipt is true, and its form good, after the key that signed them was replaced in good order', async () => {
  const check = await checkForReceipt(world);
  const signedBy = keys.list().sign[0]?.kid;
  rotateTwice();
  expect(keys.list().sign.map(({ kid }) => kid)).not.toContain(signedBy);
  const own = await receiptOf(check);
  expect(own?.claims).toMatchObject({ sessionId: check.sessionId, outcome: 'pass' });
  expect((await report(world, own?.claims.report ?? '')).status).toBe(202);
});

it('after that key was struck neither counts, and nobody calls the receipt a forgery', async () => {
  const check = await checkForReceipt(world);
  const form = (await receiptOf(check))?.claims.report ?? '';
  const signedBy = keys.list().sign[0]?.kid ?? '';
  rotateTwice();
  keys.strike(signedBy, world.clock.at);
  await expect(receiptOf(check)).rejects.toMatchObject({ code: 'authority-untrusted', why: 'key-gone' });
  expect((await report(world, form)).code).toBe('report-refused');
});
