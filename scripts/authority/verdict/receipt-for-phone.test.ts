import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AuthorityChallengeBody } from '../../../shared/contract/authority/03-challenge.ts';
import { ReceiptClaims } from '../../../shared/contract/authority/receipts.ts';
import { verifyEs256 } from '../../../shared/jws/verify-es256.ts';
import { leafOf } from '../../../shared/receipt/leaf-of.ts';
import { openReceipt } from '../../../shared/receipt/open-receipt.ts';
import { stateReceiptKey } from '../../../shared/receipt/state-receipt-key.ts';
import { x25519PublicKey } from '../../../shared/seal/x25519.ts';
import {
  type Authority,
  applyBody,
  askChallenge,
  attempt,
  makeDevice,
  random,
  registrant,
  startAuthority,
  verifyBody,
} from '../authority.fixture.ts';
import type { Outcome } from '../decide/decision.ts';
import { recordVerdict } from '../decide/record-verdict.ts';
import { check } from '../http/check.ts';
import { credentialNow } from '../register/credential-standing.ts';
import { keepReceiptKey } from '../register/keep-receipt-key.ts';

let authority: Authority;
beforeEach(() => {
  authority = startAuthority();
});
afterEach(() => authority.stop());

/** A phone with a receipt key: what it states of it, and what opens what is sealed to it. */
function phone(device = makeDevice()) {
  const privateKey = random(32);
  const receiptKey = stateReceiptKey(device, x25519PublicKey(privateKey));
  return { device, privateKey, stated: { deviceThumbprint: device.thumbprint, receiptKey } };
}

async function enrolled(changes: Partial<AuthorityChallengeBody>): Promise<string> {
  const { credential } = await attempt(authority, applyBody(changes));
  return credential ?? expect.unreachable();
}

/** What the authority answers of a check by the card of whoever has that credential, decided so. */
async function byCard(handle: string, outcome: Outcome = 'pass') {
  const ports = authority.ports();
  const credential = credentialNow(ports, handle) ?? expect.unreachable();
  const { device = '' } = credential;
  const { claims } = await askChallenge(authority, verifyBody(handle, { deviceThumbprint: device }));
  const found = ports.store.challenges.find(claims.challengeId) ?? expect.unreachable();
  const { credential: _, ...asked } = found.asked;
  recordVerdict(
    ports,
    {
      ...found,
      // Whoever brings the card states a key as well, to no purpose.
      asked: { ...asked, ...phone().stated, ceremony: 'assist' },
      claims: { ...found.claims, ceremony: 'assist' },
    },
    {
      ...{ outcome, level: 'basic', hints: [], person: credential.person },
      byCard: { credential, words: [] },
    },
  );
  const url = `/v1/challenges/${claims.challengeId}/verdict`;
  return { claims, answer: (await authority.call({ method: 'GET', url })).json() };
}

function opened(sealed: string, privateKey: Uint8Array) {
  const jws = openReceipt(sealed, privateKey);
  if (jws === undefined) return undefined;
  const { sign } = authority.ports().keys.list();
  const keyOf = (kid: string) => sign.find((key) => key.kid === kid)?.jwk;
  return check(ReceiptClaims, verifyEs256({ jws, keyOf, type: 'lz-receipt+jwt' }));
}

const told = (handle: string, move: string) =>
  authority.call({
    ...{ method: 'POST', url: `/v1/credentials/${handle}/moves` },
    payload: { move, at: authority.clock.at },
  });

it('a pass by card is sealed to the key that the phone stated as it applied, and says of the card in the box alone', async () => {
  const { stated, privateKey } = phone();
  const handle = await enrolled(stated);
  const { claims, answer } = await byCard(handle);
  expect(Object.keys(answer).sort()).toEqual(['forPhone', 'verdict']);
  expect(answer.forPhone).toHaveLength(4160);
  const receipt = opened(answer.forPhone, privateKey) ?? expect.unreachable();
  const { rpId, rpName, counterId, counterName, place } = registrant;
  expect(receipt).toMatchObject({
    ...{ rpId, rpName, counterId, counterName, place, ceremony: 'assist', outcome: 'pass' },
    ...{ sessionId: claims.sessionId, scene: 'hotel', purpose: 'check-in', report: expect.any(String) },
  });
  expect(leafOf(receipt.salt, receipt)).toBe(receipt.leaf);
});

it('where it failed, or the phone has stated no key, there is none', async () => {
  const handle = await enrolled(phone().stated);
  expect(Object.keys((await byCard(handle, 'fail')).answer)).toEqual(['verdict']);
  expect(Object.keys((await byCard(handle, 'retry')).answer)).toEqual(['verdict']);
  const { answer } = await byCard(await enrolled({ deviceThumbprint: makeDevice().thumbprint }));
  expect(Object.keys(answer)).toEqual(['verdict']);
});

it('the newest statement counts, with whichever challenge of that device it comes', async () => {
  const { device, stated, privateKey } = phone();
  const handle = await enrolled(stated);
  const later = phone(device);
  await askChallenge(authority, verifyBody(handle, later.stated));
  const { answer } = await byCard(handle);
  expect(opened(answer.forPhone, privateKey)).toBeUndefined();
  expect(opened(answer.forPhone, later.privateKey)?.ceremony).toBe('assist');
  await authority.restart();
  expect(opened((await byCard(handle)).answer.forPhone, later.privateKey)).toBeDefined();
});

it('what another device has stated for the same credential is not kept', async () => {
  const { stated, privateKey } = phone();
  const handle = await enrolled(stated);
  const another = phone();
  await expect(askChallenge(authority, verifyBody(handle, another.stated))).rejects.toThrow(
    'credential-unusable',
  );
  keepReceiptKey(
    authority.ports(),
    another.stated,
    credentialNow(authority.ports(), handle) ?? expect.unreachable(),
  );
  const { answer } = await byCard(handle);
  expect(opened(answer.forPhone, another.privateKey)).toBeUndefined();
  expect(opened(answer.forPhone, privateKey)).toBeDefined();
});

it('with its place a phone loses its key: another one begins without, and has its own as it states it', async () => {
  const handle = await enrolled(phone().stated);
  await told(handle, 'take-over');
  const { credentials } = authority.ports().store;
  expect(credentials.receiptKeyOf(handle)).toBeUndefined();
  const next = phone();
  const moving = (changes: Partial<AuthorityChallengeBody>) =>
    verifyBody(handle, {
      ...{ ceremony: 'move', rpId: '', counterId: '', scene: '', purpose: '' },
      ...changes,
    });
  const moved = await attempt(authority, moving({ deviceThumbprint: next.device.thumbprint }));
  const brought = moved.credential ?? expect.unreachable();
  expect((await byCard(brought)).answer).not.toHaveProperty('forPhone');
  await askChallenge(authority, verifyBody(brought, next.stated));
  expect(opened((await byCard(brought)).answer.forPhone, next.privateKey)).toBeDefined();
});

it('it goes where the credential is void, or erased, and nothing brings it back', async () => {
  for (const move of ['report-phone', 'erase']) {
    const { stated } = phone();
    const handle = await enrolled(stated);
    const { credentials } = authority.ports().store;
    expect(credentials.receiptKeyOf(handle)).toBe(stated.receiptKey);
    await told(handle, move);
    expect(credentials.receiptKeyOf(handle)).toBeUndefined();
    credentials.keepReceiptKey(handle, stated.receiptKey);
    expect(credentials.receiptKeyOf(handle)).toBeUndefined();
  }
});
