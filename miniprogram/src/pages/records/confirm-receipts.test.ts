import { beforeEach, expect, it, vi } from 'vitest';
import { decodeUtf8 } from '../../../../shared/bytes/utf8.ts';
import type { ReceiptClaims } from '../../../../shared/contract/authority/receipts.ts';
import { newId } from '../../../../shared/ids.ts';
import { leafOf } from '../../../../shared/receipt/leaf-of.ts';
import { sealReceipt } from '../../../../shared/receipt/seal-receipt.ts';
import { x25519PublicKey } from '../../../../shared/seal/x25519.ts';
import { checkWhoAsks, type SessionView } from '../../holder/who-asks.ts';
import type { HttpRequest } from '../../platform/platform.ts';
import { json, problemAnswer } from '../../testing/fake-bff.ts';
import { type Rig, setUp, testRandom } from '../../testing/set-up.ts';

let rig: Rig;
let check: SessionView;
let asked: HttpRequest[];
let store: typeof import('../../start/receipts.ts');
let confirmReceipts: () => Promise<void>;
vi.mock('../../platform/open/open-platform.ts', () => ({ openPlatform: () => rig.platform }));
const openHolder = vi.fn(async () => rig.holder);
vi.mock('../../start/open-holder.ts', () => ({ openHolder }));

beforeEach(async () => {
  rig = await setUp();
  check = checkWhoAsks(rig.holder, { ...rig.bff.view, state: 'passed', decidedAt: rig.time.now });
  asked = [];
  vi.resetModules();
  store = await import('../../start/receipts.ts');
  ({ confirmReceipts } = await import('./confirm-receipts.ts'));
  await store.wantReceipt(rig.holder, check.id);
});

/** The BFF answers with what the authority has signed of the check, but for what a test changes. */
async function lie(
  changes: Partial<ReceiptClaims> = {},
  how: { by?: 'other-key' | 'gone-key'; toOther?: boolean } = {},
) {
  const { rpId = '', rpName = '', counterId = '', counterName = '', place = '' } = check.asks ?? {};
  const about = {
    ...{ iss: 'fake', iat: Math.floor(rig.time.now / 1000), sandbox: true, ceremony: 'verify' as const },
    ...{ sessionId: check.id, rpId, rpName, counterId, counterName, place, scene: 'hotel' },
    ...{ purpose: 'check-in', level: 'basic' as const, outcome: 'pass' as const, ...changes },
  };
  const salt = 'A'.repeat(22);
  const leaf = leafOf(salt, about);
  const { signed, keyList } = rig.bff.authority.receipt({ ...about, salt, leaf }, how.by);
  const [unread] = await store.unreadReceipts();
  const key = how.toOther ? testRandom(32) : (unread?.privateKey ?? testRandom(32));
  const sealed = sealReceipt(signed, x25519PublicKey(key), testRandom);
  const request = rig.platform.request;
  rig.platform.request = async (sent) => {
    if (!sent.url.endsWith('/receipts/read')) return request(sent);
    asked.push(sent);
    return json(200, { sealed, leaf, keyList });
  };
  return signed;
}

it('a record that the phone has seen is confirmed where it stands, and asked for once', async () => {
  store.keepReceipt(check);
  const signed = await lie();
  await confirmReceipts();
  await confirmReceipts();
  expect(store.receipts()).toMatchObject([{ id: check.id, outcome: 'passed', rpName: 'Hotel', signed }]);
  expect(asked).toHaveLength(1);
});

it('of what was agreed to ahead the receipt says which check it was, and is asked for once', async () => {
  await store.wantReceiptAhead(rig.holder);
  const id = newId('ses', testRandom);
  const signed = await lie({ sessionId: id, ceremony: 'ward' });
  await confirmReceipts();
  await confirmReceipts();
  const told = store.receipts().filter(({ forged }) => forged === undefined);
  expect(told).toMatchObject([{ id, outcome: 'passed', rpName: 'Hotel', signed }]);
  expect((await store.unreadReceipts()).filter(({ wanted }) => wanted.ahead === true)).toEqual([]);
});

it('of what was agreed to ahead a receipt of anything else is none', async () => {
  await store.wantReceiptAhead(rig.holder);
  await lie({ sessionId: newId('ses', testRandom), ceremony: 'verify' });
  await confirmReceipts();
  expect(store.receipts()).toEqual([]);
});

it('it is asked for without saying which phone asks', async () => {
  await lie();
  await confirmReceipts();
  const [sent] = asked;
  expect(Object.keys(sent?.headers ?? {}).sort()).toEqual(['accept', 'content-type']);
  expect(sent).not.toHaveProperty('cookies');
  const body = decodeUtf8(sent?.body ?? new Uint8Array());
  expect(Object.keys(JSON.parse(body))).toEqual(['locator']);
});

it('a check whose end the phone has not seen comes into the list by its receipt', async () => {
  const signed = await lie();
  await confirmReceipts();
  expect(store.receipts()).toMatchObject([{ id: check.id, rpName: 'Hotel', scene: 'hotel', signed }]);
});

it.each([
  ['says another end than the phone saw', { outcome: 'fail' as const }, {}],
  ['is signed by a key of the BFF’s own', {}, { by: 'other-key' as const }],
  ['is of another session', { sessionId: `ses_${'A'.repeat(22)}` }, {}],
  ['is of another issuer', { iss: 'somebody' }, {}],
])('a receipt that %s is told, and confirms nothing', async (_, changes, how) => {
  store.keepReceipt(check);
  await lie(changes, how);
  await confirmReceipts();
  expect(store.receipts()).toMatchObject([{ id: check.id, outcome: 'passed', forged: true }]);
  expect(store.receipts()[0]).not.toHaveProperty('signed');
});

it('a receipt whose key the authority lists no more is no forgery: it confirms nothing', async () => {
  store.keepReceipt(check);
  await lie({}, { by: 'gone-key' });
  await confirmReceipts();
  expect(store.receipts()).toMatchObject([{ id: check.id, outcome: 'passed', unsaid: true }]);
  expect(store.receipts()[0]).not.toHaveProperty('forged');
});

it('what opens by no key of this phone leaves the record as it was', async () => {
  store.keepReceipt(check);
  await lie({}, { toOther: true });
  await confirmReceipts();
  expect(store.receipts()).toMatchObject([{ id: check.id, outcome: 'passed' }]);
  expect(store.receipts()[0]).not.toHaveProperty('forged');
});

it('a phone that has none to ask for makes no key of its own', async () => {
  await store.forgetReceipts();
  openHolder.mockClear();
  await confirmReceipts();
  expect(openHolder).not.toHaveBeenCalled();
});

it('of a phone that is signed out while it asks nothing is kept', async () => {
  await lie();
  const request = rig.platform.request;
  rig.platform.request = async (sent) => {
    rig.holder.link.over = true;
    await store.forgetReceipts();
    return await request(sent);
  };
  await confirmReceipts();
  expect(asked).toHaveLength(1);
  expect(store.receipts()).toEqual([]);
});

it('where nobody can be asked the page hears of it, and the records stay', async () => {
  store.keepReceipt(check);
  rig.platform.request = async () => problemAnswer('too-many-requests', { 'retry-after': '3600' });
  await expect(confirmReceipts()).rejects.toMatchObject({ code: 'too-many-requests' });
  expect(store.receipts()).toMatchObject([{ id: check.id, outcome: 'passed' }]);
});
