import { expect, it } from 'vitest';
import { HolderProblem } from '../../../miniprogram/src/holder/holder-problem.ts';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import { leafOf } from '../../../shared/receipt/leaf-of.ts';
import { sealReceipt } from '../../../shared/receipt/seal-receipt.ts';
import { x25519PublicKey } from '../../../shared/seal/x25519.ts';
import { headerOf, tamperedJws } from '../world/jws.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { checkForReceipt, receiptOf } from '../world/receipts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

/** The BFF has seen the receipt key, and seals to it what it likes. */
async function putInPlace(check: Awaited<ReturnType<typeof checkForReceipt>>, signed: string, leaf: string) {
  const sealed = sealReceipt(signed, x25519PublicKey(check.place.privateKey), random);
  const sql = 'update receipts set sealed = :sealed, leaf = :leaf where locator = :locator';
  const { locator } = check.place;
  await world.ports.db.write([{ sql, params: { sealed, leaf, locator } }]);
}

const refused = (check: Awaited<ReturnType<typeof checkForReceipt>>) =>
  receiptOf(check).catch((problem: unknown) =>
    problem instanceof HolderProblem ? `${problem.code} ${problem.why}` : problem,
  );

it('a receipt that the BFF made or changed is none, though it opens', async () => {
  const check = await checkForReceipt(world);
  const receipt = await receiptOf(check);
  if (receipt === undefined) throw new Error('no receipt');
  const { signed, claims } = receipt;

  const lie = { ...claims, outcome: 'fail' as const };
  const leaf = leafOf(claims.salt, lie);
  await putInPlace(check, tamperedJws(signed, { outcome: 'fail', leaf }), leaf);
  expect(await refused(check)).toBe('authority-untrusted receipt-signature');

  const { privateKey } = makeDeviceKey(random);
  const header = { typ: 'lz-receipt+jwt', kid: String(headerOf(signed).kid) };
  await putInPlace(check, signEs256({ header, payload: { ...lie, leaf }, privateKey }), leaf);
  expect(await refused(check)).toBe('authority-untrusted receipt-signature');

  // The right one again, beside a leaf that a log would not prove.
  await putInPlace(check, signed, leaf);
  expect(await refused(check)).toBe('authority-untrusted receipt-leaf');

  await putInPlace(check, signed, claims.leaf);
  expect(await refused(check)).toEqual(receipt);
});
