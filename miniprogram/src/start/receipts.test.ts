import { beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { readReceiptKey } from '../../../shared/receipt/read-receipt-key.ts';
import { x25519PublicKey } from '../../../shared/seal/x25519.ts';
import { checkWhoAsks, type SessionView } from '../holder/who-asks.ts';
import type { Vault } from '../platform/platform.ts';
import { problemAnswer } from '../testing/fake-bff.ts';
import { type Rig, setUp, testRandom } from '../testing/set-up.ts';

let rig: Rig;
let kept: string | undefined;
const vault: Vault = {
  read: async () => kept,
  write: async (value) => {
    kept = value;
  },
  remove: async () => {
    kept = undefined;
  },
};
vi.mock('./login-prompt.ts', () => ({ askToLogIn: vi.fn() }));
vi.mock('../platform/open/open-platform.ts', () => ({ openPlatform: () => rig.platform }));

/** As after a reload. */
async function reload() {
  vi.resetModules();
  return await import('./receipts.ts');
}

let check: SessionView;
beforeEach(async () => {
  rig = await setUp();
  rig.platform.vault = vault;
  kept = undefined;
  vi.stubGlobal('builtForBff', 'https://bff.test');
  vi.stubGlobal('builtForTrust', JSON.stringify({ root: rig.bff.authority.root.jwk, sandbox: true }));
  check = checkWhoAsks(rig.holder, { ...rig.bff.view, state: 'passed', decidedAt: rig.time.now });
});

const another = (decidedAt: number): SessionView => ({
  ...check,
  id: newId('ses', testRandom),
  decidedAt,
});

describe('the records of checks', () => {
  it('are there again after a reload', async () => {
    const { keepReceipt, receipts } = await reload();
    receipts();
    keepReceipt(check);
    await expect.poll(() => kept).toContain('Hotel');
    const { receipts: again, watchReceipts } = await reload();
    const told = vi.fn();
    watchReceipts(told);
    expect(again()).toEqual([]);
    await expect.poll(again).toMatchObject([{ id: check.id, rpName: 'Hotel', outcome: 'passed' }]);
    expect(told).toHaveBeenCalled();
  });

  it('say nothing of the person', async () => {
    const { keepReceipt } = await reload();
    keepReceipt(check);
    await expect.poll(() => kept).toBeDefined();
    expect(Object.keys(JSON.parse(kept ?? '').records[0]).sort()).toEqual([
      ...['at', 'id', 'level', 'outcome', 'rpName', 'scene'],
    ]);
  });

  it('are in the vault alone: no plain text lies in the storage', async () => {
    const { keepReceipt } = await reload();
    keepReceipt(check);
    await expect.poll(() => kept).toContain('Hotel');
    const plain = JSON.stringify([...rig.platform.stored, rig.platform.preferences.read()]);
    expect(plain).not.toContain('Hotel');
    expect(plain).not.toContain(check.id);
  });

  it('are kept nowhere on a phone without a vault', async () => {
    delete rig.platform.vault;
    const { keepReceipt, receipts, keepsReceipts } = await reload();
    keepReceipt(check);
    expect(receipts()).toHaveLength(1);
    expect(keepsReceipts()).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(kept).toBeUndefined();
    expect(JSON.stringify([...rig.platform.stored])).not.toContain('Hotel');
    expect((await reload()).receipts()).toEqual([]);
  });

  it(`are ${limits.receiptsKept} at most, the newest, and none older than its time`, async () => {
    const { keepReceipt, receipts } = await reload();
    keepReceipt(another(rig.time.now - limits.receiptAge));
    for (let age = 0; age < limits.receiptsKept + 5; age++) keepReceipt(another(rig.time.now - age));
    expect(receipts()).toHaveLength(limits.receiptsKept);
    expect(receipts().every(({ at }) => at > rig.time.now - limits.receiptsKept)).toBe(true);
    await expect.poll(() => JSON.parse(kept ?? '{}').records).toHaveLength(limits.receiptsKept);
  });

  it('that have become too old leave the phone when they are read', async () => {
    const { keepReceipt } = await reload();
    keepReceipt(check);
    await expect.poll(() => kept).toContain('Hotel');
    rig.time.now += limits.receiptAge;
    expect((await reload()).receipts()).toEqual([]);
    await expect.poll(() => kept).toBe('{"records":[],"wanted":[]}');
  });

  it('that could not be read once are not written over, and are there at the next start', async () => {
    const { keepReceipt } = await reload();
    keepReceipt(check);
    await expect.poll(() => kept).toContain('Hotel');
    const before = kept;
    vi.spyOn(vault, 'read').mockRejectedValueOnce(new Error('busy'));
    const { noteReceipt, receipts } = await reload();
    const later = { id: another(0).id, rpName: 'Hotel' };
    await noteReceipt({ ...later, scene: 'hotel', level: 'basic', outcome: 'passed', at: rig.time.now });
    expect(receipts()).toMatchObject([{ id: later.id }]);
    expect(kept).toBe(before);
    const { receipts: again } = await reload();
    await expect.poll(again).toMatchObject([{ id: check.id }]);
  });

  it.each(['', 'no json', '{}', '[{"id":1}]', '[null]'])(
    'are none where what is kept reads %j',
    async (text) => {
      kept = text;
      const { receipts } = await reload();
      receipts();
      await new Promise((resolve) => setTimeout(resolve, 10));
      expect(receipts()).toEqual([]);
    },
  );
});

describe('the receipts of the authority', () => {
  it('are asked for under a place that is in the vault before the authority hears of it', async () => {
    const { wantReceipt, unreadReceipts } = await reload();
    const wanted = await wantReceipt(rig.holder, check.id);
    const { key, wanted: places } = JSON.parse(kept ?? '{}');
    expect(places).toEqual([{ id: check.id, locator: wanted.locator, at: rig.time.now }]);
    const stated = readReceiptKey(wanted.key, rig.holder.device.thumbprint);
    expect(stated).toEqual(x25519PublicKey(decodeBase64url(key)));
    expect(await unreadReceipts()).toEqual([{ wanted: places[0], privateKey: decodeBase64url(key) }]);
  });

  it('whose place is too old are looked for no more, and the place leaves the phone', async () => {
    await (await reload()).wantReceipt(rig.holder, check.id);
    rig.time.now += limits.receiptAge;
    expect(await (await reload()).unreadReceipts()).toEqual([]);
    await expect.poll(() => JSON.parse(kept ?? '{}').wanted).toEqual([]);
  });

  it('of one session have one place and one key, also in another attempt and after a reload', async () => {
    const first = await (await reload()).wantReceipt(rig.holder, check.id);
    const { wantReceipt } = await reload();
    expect(await wantReceipt(rig.holder, check.id)).toEqual(first);
    const other = await wantReceipt(rig.holder, newId('ses', testRandom));
    expect(other.locator).not.toBe(first.locator);
    expect(other.key).toBe(first.key);
  });

  it('stay in one list with what the phone saw: no session stands there twice, and nothing that was learned goes', async () => {
    const { wantReceipt, keepReceipt, noteReceipt, receipts, unreadReceipts } = await reload();
    await wantReceipt(rig.holder, check.id);
    keepReceipt(check);
    const [seen] = receipts();
    if (seen === undefined) throw new Error('no record');
    await noteReceipt({ ...seen, signed: 'a.b.c' });
    keepReceipt(check);
    expect(receipts()).toEqual([{ ...seen, signed: 'a.b.c' }]);
    expect(await unreadReceipts()).toEqual([]);
    const again = await reload();
    again.receipts();
    await expect.poll(again.receipts).toEqual([{ ...seen, signed: 'a.b.c' }]);
  });

  it('are not asked for where a check ended without a verdict', async () => {
    const { wantReceipt, keepReceipt, unreadReceipts } = await reload();
    await wantReceipt(rig.holder, check.id);
    keepReceipt({ ...check, state: 'declined' });
    expect(await unreadReceipts()).toEqual([]);
  });

  it('come to a phone whose records are of an earlier version', async () => {
    const old = {
      id: check.id,
      rpName: 'Hotel',
      scene: 'hotel',
      level: 'basic',
      outcome: 'passed',
      at: rig.time.now,
    };
    kept = JSON.stringify([old]);
    const { wantReceipt, receipts } = await reload();
    await wantReceipt(rig.holder, check.id);
    expect(receipts()).toEqual([old]);
  });

  it('have a place in memory on a phone that keeps nothing', async () => {
    delete rig.platform.vault;
    const { wantReceipt, unreadReceipts } = await reload();
    await wantReceipt(rig.holder, check.id);
    expect(await unreadReceipts()).toHaveLength(1);
    expect(kept).toBeUndefined();
    expect(JSON.stringify([...rig.platform.stored])).not.toContain('wanted');
  });
});

describe.each([
  ['logging out', async () => (await import('./log-out.ts')).logOut()],
  [
    'another phone that takes over',
    async () => (await import('./log-out.ts')).logOutIfVoided(await voided()),
  ],
  [
    'a phone whose key was taken over while the app was closed',
    async () => {
      vi.stubEnv('TARO_ENV', 'h5');
      rig.bff.before = (what, serve) => (what === 'POST login' ? problemAnswer('login-refused') : serve());
      await (await import('./ensure-logged-in.ts')).ensureLoggedIn();
      expect((await import('./login-prompt.ts')).askToLogIn).toHaveBeenCalled();
      vi.unstubAllEnvs();
    },
  ],
])('%s', (_, leave) => {
  it('removes them, also those that are just being written', async () => {
    const { keepReceipt, receipts, unreadReceipts, wantReceipt } = await reload();
    keepReceipt(check);
    await expect.poll(() => kept).toContain('Hotel');
    keepReceipt(another(rig.time.now + 1));
    await wantReceipt(rig.holder, check.id);
    await leave();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(kept).toBeUndefined();
    expect(receipts()).toEqual([]);
    expect(await unreadReceipts()).toEqual([]);
  });
});

async function voided() {
  const { HolderProblem } = await import('../holder/holder-problem.ts');
  return new HolderProblem('device-voided');
}
