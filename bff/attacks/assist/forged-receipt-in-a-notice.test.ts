import { beforeEach, expect, it } from 'vitest';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import { leafOf } from '../../../shared/receipt/leaf-of.ts';
import { openReceipt } from '../../../shared/receipt/open-receipt.ts';
import { sealReceipt } from '../../../shared/receipt/seal-receipt.ts';
import { x25519PublicKey } from '../../../shared/seal/x25519.ts';
import { attendantAt, cameWith, keyedGuest, pin, toldOn } from '../world/assist.fixture.ts';
import { claimsOf, headerOf, tamperedJws } from '../world/jws.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { checkForReceipt, receiptOf } from '../world/receipts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const day = 24 * 60 * 60_000;
const world = await startWorld();
const attendant = await attendantAt(world);

let who: Awaited<ReturnType<typeof keyedGuest>>;
let genuine: { box: string; signed: string; sessionId: string };
beforeEach(async () => {
  who = await keyedGuest(world);
  const { sessionId } = await world.hotel.open();
  expect((await attendant.assist(sessionId, who.card, { pin })).state).toBe('passed');
  const box = (await toldOn(who)).at(-1)?.sealed ?? expect.unreachable();
  genuine = { box, signed: openReceipt(box, who.privateKey) ?? expect.unreachable(), sessionId };
});

/** The BFF has seen the phone's receipt key, and puts into the notice what it likes. */
async function put(sealed: string, changes = ''): Promise<unknown> {
  const { thumbprint: device } = who.phone.holder.device;
  const sql = `update notices set sealed = :sealed${changes} where device = :device and kind = 'assisted'`;
  await world.ports.db.write([{ sql, params: { sealed, device } }]);
  return cameWith(who, world);
}
const sealedToPhone = (signed: string) => sealReceipt(signed, x25519PublicKey(who.privateKey), random);

it('a receipt that the BFF made or changed is not the authority’s, though it opens', async () => {
  expect(await put(genuine.box)).toMatchObject({ sessionId: genuine.sessionId });
  const { signed } = genuine;
  expect(await put(sealedToPhone(tamperedJws(signed, { place: '别处' })))).toBe('receipt-signature forged');
  const { salt = '', ...claims } = claimsOf(signed);
  const leaf = leafOf(String(salt), Object(claims));
  const header = { typ: 'lz-receipt+jwt', kid: String(headerOf(signed).kid) };
  const { privateKey } = makeDeviceKey(random);
  const made = signEs256({ header, payload: { ...claims, salt, leaf }, privateKey });
  expect(await put(sealedToPhone(made))).toBe('receipt-signature forged');
});

it('nor is one of another check of the same phone: it would hide where the card was', async () => {
  const check = await checkForReceipt(world, who.phone);
  const { signed } = (await receiptOf(check)) ?? expect.unreachable();
  expect(await put(sealedToPhone(signed))).toBe('receipt-other-session forged');
  expect(await put(genuine.box, `, at = at + ${3 * day}`)).toBe('receipt-other-day forged');
});

it('what was sealed to somebody else’s phone, or to nobody, tells nothing', async () => {
  expect(await put(sealReceipt(genuine.signed, x25519PublicKey(random(32)), random))).toBeUndefined();
  expect(await put('q'.repeat(4160))).toBeUndefined();
});
