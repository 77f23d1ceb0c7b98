import { afterEach, beforeEach, expect, it } from 'vitest';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { AuthorityChallengeBody } from '../../../shared/contract/authority/03-challenge.ts';
import { type ReceiptClaims, ReportClaims } from '../../../shared/contract/authority/receipts.ts';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { thumbprint } from '../../../shared/jws/thumbprint.ts';
import { verifyEs256 } from '../../../shared/jws/verify-es256.ts';
import * as limits from '../../../shared/limits.ts';
import { leafOf } from '../../../shared/receipt/leaf-of.ts';
import { openReceipt } from '../../../shared/receipt/open-receipt.ts';
import { stateReceiptKey } from '../../../shared/receipt/state-receipt-key.ts';
import { x25519PublicKey } from '../../../shared/seal/x25519.ts';
import {
  type Authority,
  applyBody,
  askChallenge,
  enrol,
  makeDevice,
  random,
  registrant,
  sendAll,
  startAuthority,
  verifyBody,
} from '../authority.fixture.ts';
import { check } from '../http/check.ts';
import { forgetOld } from '../store/forget-old.ts';

let authority: Authority;
beforeEach(() => {
  authority = startAuthority();
});
afterEach(() => authority.stop());

const device = makeDevice();
const own = random(32);
const stated = {
  deviceThumbprint: device.thumbprint,
  receiptKey: stateReceiptKey(device, x25519PublicKey(own)),
};

/** The answer of the authority to who asks for the verdict of such a challenge. */
async function decided(body: AuthorityChallengeBody, outcome?: 'fail' | 'retry') {
  const issued = await askChallenge(authority, body);
  const { challengeId } = issued.claims;
  if (outcome !== undefined)
    await authority.script({ name: 'stub-decision', outcome, sessionId: body.sessionId });
  await sendAll(authority, issued);
  const read = async () =>
    (await authority.call({ method: 'GET', url: `/v1/challenges/${challengeId}/verdict?wait=25` })).json();
  return { issued, challengeId, read, answer: await read() };
}

function opened(sealed: string): ReceiptClaims {
  const keyOf = (kid: string) =>
    authority
      .ports()
      .keys.list()
      .sign.find((key) => key.kid === kid)?.jwk;
  const claims: unknown = verifyEs256({ jws: openReceipt(sealed, own) ?? '', keyOf, type: 'lz-receipt+jwt' });
  return Object(claims);
}

it('a pass comes with the receipt of either end, each with a salt of its own, sealed to the device', async () => {
  const body = verifyBody(await enrol(authority, { deviceThumbprint: device.thumbprint }), stated);
  const { answer } = await decided(body);
  const [pass, fail] = [opened(answer.receipts.pass.sealed), opened(answer.receipts.fail.sealed)];
  const { rpId, rpName, counterId, counterName, place } = registrant;
  const about = { rpId, rpName, counterId, counterName, place, sessionId: body.sessionId, scene: 'hotel' };
  expect(pass).toMatchObject({ ...about, outcome: 'pass', level: 'basic', purpose: 'check-in' });
  expect(fail).toMatchObject({ ...about, outcome: 'fail' });
  for (const [claims, { leaf }] of [
    [pass, answer.receipts.pass],
    [fail, answer.receipts.fail],
  ] as const) {
    expect(claims.leaf).toBe(leaf);
    expect(leafOf(claims.salt, claims)).toBe(leaf);
    expect(decodeBase64url(claims.salt)).toHaveLength(16);
  }
  expect(pass.salt).not.toBe(fail.salt);
});

it('the form says where and on which day, and nothing by which the check is found', async () => {
  const { answer } = await decided(
    verifyBody(await enrol(authority, { deviceThumbprint: device.thumbprint }), stated),
  );
  const { report = '', ...claims } = opened(answer.receipts.pass.sealed);
  const form = check(
    ReportClaims,
    JSON.parse(Buffer.from(report.split('.')[1] ?? '', 'base64url').toString()),
  );
  expect(form).toEqual({
    ...{ iss: claims.iss, sandbox: true, rpId: 'rp_hotel', day: '2026-11-21', nullifier: form.nullifier },
  });
  expect(JSON.stringify(claims)).not.toContain(form.nullifier);
  expect(opened(answer.receipts.fail.sealed)).not.toHaveProperty('report');
});

it('a failure has one receipt, a retry none, and who names no key gets none', async () => {
  const handle = await enrol(authority, { deviceThumbprint: device.thumbprint });
  const failed = await decided(verifyBody(handle, stated), 'fail');
  expect(Object.keys(failed.answer.receipts)).toEqual(['fail']);
  expect((await decided(verifyBody(handle, stated), 'retry')).answer).not.toHaveProperty('receipts');
  const keyless = verifyBody(handle, { deviceThumbprint: device.thumbprint });
  expect((await decided(keyless)).answer).not.toHaveProperty('receipts');
});

it('an application has a receipt too, of nobody who asked', async () => {
  const { answer } = await decided(applyBody(stated));
  const claims = opened(answer.receipts.pass.sealed);
  expect(claims).toMatchObject({ ceremony: 'apply', rpId: '', place: '', outcome: 'pass' });
  expect(claims).not.toHaveProperty('report');
});

it('it is the same however often it is read, after a restart and a rotation of keys, and goes with its challenge', async () => {
  const { answer, read, challengeId, issued } = await decided(
    verifyBody(await enrol(authority, { deviceThumbprint: device.thumbprint }), stated),
  );
  await authority.restart();
  authority.ports().keys.rotate(authority.clock.at);
  expect((await read()).receipts).toEqual(answer.receipts);
  expect(opened(answer.receipts.pass.sealed).outcome).toBe('pass');
  const { store } = authority.ports();
  forgetOld(store, issued.claims.exp * 1000 + limits.resultRetention + 1);
  expect(store.receipts.of(challengeId)).toBeUndefined();
});

it('a key that the device has not stated is refused', async () => {
  const stranger = makeDeviceKey(random);
  const other = { ...stranger, thumbprint: thumbprint(stranger.publicJwk) };
  const receiptKey = stateReceiptKey(other, x25519PublicKey(own));
  await expect(askChallenge(authority, applyBody({ ...stated, receiptKey }))).rejects.toThrow(
    'receipt-key-refused',
  );
});
