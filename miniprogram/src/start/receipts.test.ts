import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
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
    expect(Object.keys(JSON.parse(kept ?? '')[0]).sort()).toEqual([
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
    await expect.poll(() => JSON.parse(kept ?? '[]')).toHaveLength(limits.receiptsKept);
  });

  it('that have become too old leave the phone when they are read', async () => {
    const { keepReceipt } = await reload();
    keepReceipt(check);
    await expect.poll(() => kept).toContain('Hotel');
    rig.time.now += limits.receiptAge;
    expect((await reload()).receipts()).toEqual([]);
    await expect.poll(() => kept).toBe('[]');
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
    const { keepReceipt, receipts } = await reload();
    keepReceipt(check);
    await expect.poll(() => kept).toContain('Hotel');
    keepReceipt(another(rig.time.now + 1));
    await leave();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(kept).toBeUndefined();
    expect(receipts()).toEqual([]);
  });
});

async function voided() {
  const { HolderProblem } = await import('../holder/holder-problem.ts');
  return new HolderProblem('device-voided');
}
