import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ReceiptClaims } from '../../../shared/contract/authority/receipts.ts';
import { verifyEs256 } from '../../../shared/jws/verify-es256.ts';
import { leafOf } from '../../../shared/receipt/leaf-of.ts';
import { openReceipt } from '../../../shared/receipt/open-receipt.ts';
import { stateReceiptKey } from '../../../shared/receipt/state-receipt-key.ts';
import { x25519PublicKey } from '../../../shared/seal/x25519.ts';
import {
  type Authority,
  askChallenge,
  makeDevice,
  random,
  registrant,
  sendAll,
  verifyBody,
} from '../authority.fixture.ts';
import { startOfficer, startWithPoints } from '../raise/raise.fixture.ts';
import { addWard, bind, type Device, guardianOn, kinOf, wardBody } from './family.fixture.ts';

let authority: Authority;
let device: Device;
let guardian: string;
let bound: Awaited<ReturnType<typeof bind>>;

beforeEach(async () => {
  const points = startWithPoints();
  ({ authority } = points);
  await points.addPoint('north');
  const officer = await startOfficer(points, 'north');
  device = makeDevice();
  guardian = await guardianOn(authority, device);
  bound = await bind(authority, guardian, officer, kinOf(addWard(authority, '2016-03-07')));
});
afterEach(() => authority.stop());

const [own, wards] = [random(32), random(32)];
const copyKeyBy = (who: Device) => stateReceiptKey(who, x25519PublicKey(wards), 'copy');
const receiptKey = () => stateReceiptKey(device, x25519PublicKey(own));

async function receiptsOf(changes: object) {
  const issued = await askChallenge(authority, wardBody(authority, device, bound, changes));
  await sendAll(authority, issued);
  const { challengeId } = issued.claims;
  const url = `/v1/challenges/${challengeId}/verdict?wait=25`;
  return (await authority.call({ method: 'GET', url })).json().receipts;
}

function opened(sealed: string, key: Uint8Array): ReceiptClaims {
  const keyOf = (kid: string) =>
    authority
      .ports()
      .keys.list()
      .sign.find((each) => each.kid === kid)?.jwk;
  return Object(verifyEs256({ jws: openReceipt(sealed, key) ?? '', keyOf, type: 'lz-receipt+jwt' }));
}

it('a ward has a copy of either end that says the same, with a salt and a leaf of its own and no report form', async () => {
  const { copy, pass, fail } = await receiptsOf({ receiptKey: receiptKey(), copyKey: copyKeyBy(device) });
  for (const [guardians, ward] of [
    [pass, copy.pass],
    [fail, copy.fail],
  ]) {
    const { salt, leaf, report, ...said } = opened(guardians.sealed, own);
    const its = opened(ward.sealed, wards);
    expect(its).toEqual({ ...said, salt: its.salt, leaf: its.leaf });
    expect(its).toMatchObject({ ward: bound.delegation?.delegationId, rpId: registrant.rpId });
    expect(its.salt).not.toBe(salt);
    expect(its.leaf).not.toBe(leaf);
    expect(ward.leaf).toBe(its.leaf);
    expect(leafOf(its.salt, its)).toBe(its.leaf);
    expect(ward.sealed).toHaveLength(guardians.sealed.length);
  }
  expect(opened(pass.sealed, own)).toHaveProperty('report');
});

it('neither of them opens with the key of the other', async () => {
  const { copy, pass } = await receiptsOf({ receiptKey: receiptKey(), copyKey: copyKeyBy(device) });
  expect(openReceipt(copy.pass.sealed, own)).toBeUndefined();
  expect(openReceipt(pass.sealed, wards)).toBeUndefined();
});

it('is made also where the guardian keeps no receipts, and not where nobody has named a key', async () => {
  expect(Object.keys(await receiptsOf({ copyKey: copyKeyBy(device) }))).toEqual(['copy']);
  expect(Object.keys(await receiptsOf({ receiptKey: receiptKey() })).sort()).toEqual(['fail', 'pass']);
  expect(await receiptsOf({})).toBeUndefined();
});

it('a key that whoever takes the face has not stated for this is refused', async () => {
  const ask = (changes: object) => askChallenge(authority, wardBody(authority, device, bound, changes));
  for (const copyKey of [copyKeyBy(makeDevice()), receiptKey(), 'a.b.c'])
    await expect(ask({ copyKey })).rejects.toThrow('receipt-key-refused');
  // Nor is a copy's key one for receipts.
  await expect(ask({ receiptKey: copyKeyBy(device) })).rejects.toThrow('receipt-key-refused');
});

it('where a terminal takes the face it is the terminal that states the key, and the guardian’s device cannot', async () => {
  const terminal = makeDevice();
  const { counters, terminals } = authority.ports().store;
  const { counterId } = registrant;
  counters.put({ ...registrant, counterKey: terminal.thumbprint });
  terminals.put(counterId, true);
  const at = { ceremony: 'ward' as const, parties: { terminal: terminal.thumbprint } };
  const ask = (copyKey: string) =>
    askChallenge(authority, wardBody(authority, device, bound, { ...at, copyKey }));
  await expect(ask(copyKeyBy(device))).rejects.toThrow('receipt-key-refused');
  await expect(ask(copyKeyBy(terminal))).resolves.toBeDefined();
});

it('where there is no ward there is no copy', async () => {
  const body = verifyBody(guardian, { deviceThumbprint: device.thumbprint, copyKey: copyKeyBy(device) });
  await expect(askChallenge(authority, body)).rejects.toThrow('request-invalid');
});
