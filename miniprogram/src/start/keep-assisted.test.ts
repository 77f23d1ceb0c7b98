import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReceiptClaims } from '../../../shared/contract/authority/receipts.ts';
import type { Notice } from '../../../shared/contract/protect/notices.ts';
import { newId } from '../../../shared/ids.ts';
import { leafOf } from '../../../shared/receipt/leaf-of.ts';
import { sealReceipt } from '../../../shared/receipt/seal-receipt.ts';
import { x25519PublicKey } from '../../../shared/seal/x25519.ts';
import { login } from '../login/01-login.ts';
import { json, registrant } from '../testing/fake-bff.ts';
import { type Rig, setUp, testRandom } from '../testing/set-up.ts';

const day = 24 * 60 * 60 * 1000;

let rig: Rig;
let store: typeof import('./receipts.ts');
let keepAssisted: typeof import('./keep-assisted.ts').keepAssisted;
let own: Uint8Array;
let keyList: string;
vi.mock('../platform/open/open-platform.ts', () => ({ openPlatform: () => rig.platform }));

beforeEach(async () => {
  rig = await setUp();
  vi.resetModules();
  store = await import('./receipts.ts');
  ({ keepAssisted } = await import('./keep-assisted.ts'));
  ({ privateKey: own } = await store.ownReceiptKey(rig.holder));
  await login(rig.holder);
  rig.bff.before = (what) => (what === 'GET key-list' ? json(200, { keyList }) : undefined);
});

type Lie = { by?: 'other-key' | 'gone-key'; to?: Uint8Array; leaf?: string };

/** What the authority seals of a check by card, but for what a test changes. */
function sealed(changes: Partial<ReceiptClaims> = {}, { by, to = own, leaf }: Lie = {}): string {
  const { scenes: _, counterKey: __, ...place } = registrant;
  const about = {
    ...{ iss: 'fake', iat: Math.floor(rig.time.now / 1000), sandbox: true, ceremony: 'assist' as const },
    ...{ sessionId: newId('ses', testRandom), ...place, scene: 'hotel', purpose: 'check-in' },
    ...{ level: 'basic' as const, outcome: 'pass' as const, ...changes },
  };
  const salt = 'A'.repeat(22);
  const made = rig.bff.authority.receipt({ ...about, salt, leaf: leaf ?? leafOf(salt, about) }, by);
  keyList = made.keyList;
  return sealReceipt(made.signed, x25519PublicKey(to), testRandom);
}

const notice = (box: string, seq = 1): Notice => ({ seq, kind: 'assisted', at: rig.time.now, sealed: box });

describe('the receipt in a notice of a check by card', () => {
  it('becomes a record like any other, and stays what its owner made of it', async () => {
    const told = notice(sealed());
    expect(await keepAssisted(rig.holder, [told])).toEqual(new Map([[1, 'kept']]));
    const [record = expect.unreachable()] = store.receipts();
    expect(record).toMatchObject({ rpName: 'Hotel', scene: 'hotel', outcome: 'passed' });
    expect(record.signed).toContain('.');
    await store.noteReceipt({ ...record, reported: true, disputed: true });
    await keepAssisted(rig.holder, [told]);
    expect(store.receipts()).toEqual([{ ...record, reported: true, disputed: true }]);
  });

  it.each<[string, Partial<ReceiptClaims>, Lie]>([
    ['is signed by a key of the BFF’s own', {}, { by: 'other-key' }],
    ['is of another issuer', { iss: 'somebody' }, {}],
    ['has another leaf than its own', {}, { leaf: 'A'.repeat(43) }],
    ['is that of a check by a phone', { ceremony: 'verify' }, {}],
    ['is that of a failure', { outcome: 'fail' }, {}],
    ['is of another day', { iat: Math.floor((1_790_000_000_000 - 3 * day) / 1000) }, {}],
  ])('that %s is not the authority’s for this check, and becomes no record', async (_, changes, how) => {
    expect(await keepAssisted(rig.holder, [notice(sealed(changes, how))])).toEqual(new Map([[1, 'forged']]));
    expect(store.receipts()).toEqual([]);
  });

  it('that does not open, or whose key has gone, says nothing for or against anybody, and becomes no record', async () => {
    const toAnother = notice(sealed({}, { to: testRandom(32) }));
    expect(await keepAssisted(rig.holder, [toAnother])).toEqual(new Map([[1, 'unsaid']]));
    expect(await keepAssisted(rig.holder, [notice('A'.repeat(4160))])).toEqual(new Map([[1, 'unsaid']]));
    const gone = notice(sealed({}, { by: 'gone-key' }));
    expect(await keepAssisted(rig.holder, [gone])).toEqual(new Map([[1, 'unsaid']]));
    await store.forgetReceipts();
    expect(await keepAssisted(rig.holder, [notice(sealed())])).toEqual(new Map([[1, 'unsaid']]));
    expect(store.receipts()).toEqual([]);
  });

  it('is one check’s: another notice with the same one is told from it', async () => {
    const box = sealed();
    const came = await keepAssisted(rig.holder, [notice(box), notice(box, 2)]);
    expect([...came]).toEqual([
      [1, 'kept'],
      [2, 'forged'],
    ]);
  });

  it('is looked for in no other notice, and nothing is asked where there is none', async () => {
    const other: Notice = { ...notice(sealed()), kind: 'frozen' };
    const { sealed: _, ...without } = notice(sealed(), 2);
    rig.bff.log.length = 0;
    expect(await keepAssisted(rig.holder, [other, without])).toEqual(new Map());
    expect(rig.bff.log).toEqual([]);
  });

  it('waits where the key list cannot be asked for', async () => {
    const told = notice(sealed());
    keyList = 'a.b.c';
    await expect(keepAssisted(rig.holder, [told])).rejects.toMatchObject({ code: 'authority-untrusted' });
    expect(store.receipts()).toEqual([]);
  });
});
