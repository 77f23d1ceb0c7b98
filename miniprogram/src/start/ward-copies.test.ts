import { beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { readReceiptKey } from '../../../shared/receipt/read-receipt-key.ts';
import { x25519PublicKey } from '../../../shared/seal/x25519.ts';
import { checkWhoAsks, type SessionView } from '../holder/who-asks.ts';
import type { Vault } from '../platform/platform.ts';
import { type Rig, setUp, testRandom } from '../testing/set-up.ts';

let rig: Rig;
let kept: string | undefined;
let check: SessionView;
const vault: Vault = {
  read: async () => kept,
  write: async (value) => {
    kept = value;
  },
  remove: async () => {
    kept = undefined;
  },
};
vi.mock('../platform/open/open-platform.ts', () => ({ openPlatform: () => rig.platform }));

/** As after a reload. */
async function reload() {
  vi.resetModules();
  return { ...(await import('./receipts.ts')), ...(await import('./ward-copies.ts')) };
}

beforeEach(async () => {
  rig = await setUp();
  rig.platform.vault = vault;
  kept = undefined;
  check = checkWhoAsks(rig.holder, { ...rig.bff.view, state: 'passed', decidedAt: rig.time.now });
});

describe('the copy of a ward whose face this phone takes', () => {
  it('has a place and a key of its own, in the vault before anybody is told, and stated by this device for nothing else', async () => {
    const { wantCopy, wantReceipt } = await reload();
    const receipt = await wantReceipt(rig.holder, check.id);
    const copy = await wantCopy(rig.holder, check.id);
    const { key, copies } = JSON.parse(kept ?? '{}');
    expect(copies).toEqual([
      { id: check.id, locator: copy.locator, key: expect.any(String), at: rig.time.now },
    ]);
    expect(copy.locator).not.toBe(receipt.locator);
    expect(copies[0].key).not.toBe(key);
    const { thumbprint } = rig.holder.device;
    const stated = x25519PublicKey(decodeBase64url(copies[0].key));
    expect(readReceiptKey(copy.key, thumbprint, 'copy')).toEqual(stated);
    expect(readReceiptKey(copy.key, thumbprint)).toBeUndefined();
  });

  it('is the same in another attempt and after a reload, and another one in another check', async () => {
    const first = await (await reload()).wantCopy(rig.holder, check.id);
    const { wantCopy } = await reload();
    expect(await wantCopy(rig.holder, check.id)).toEqual(first);
    const other = await wantCopy(rig.holder, newId('ses', testRandom));
    expect(other.locator).not.toBe(first.locator);
    expect(other.key).not.toBe(first.key);
  });

  it('can be handed over until the ward has it: then nothing of it is on the phone', async () => {
    const { wantCopy, keepReceipt, hasCopy, keptCopy, letCopyGo } = await reload();
    const { locator } = await wantCopy(rig.holder, check.id);
    keepReceipt(check);
    expect(hasCopy(check.id)).toBe(true);
    const slip = await keptCopy(check.id);
    expect(slip?.locator).toBe(locator);
    await letCopyGo(check.id);
    expect(hasCopy(check.id)).toBe(false);
    expect(await keptCopy(check.id)).toBeUndefined();
    expect(kept).not.toContain(locator);
    expect(kept).not.toContain('copies');
    expect(await (await reload()).keptCopy(check.id)).toBeUndefined();
  });

  it(`leaves the phone after ${limits.wardCopyKept / 86_400_000} days by itself, while the record stays`, async () => {
    const { wantCopy, keepReceipt } = await reload();
    const { locator } = await wantCopy(rig.holder, check.id);
    keepReceipt(check);
    await expect.poll(() => kept).toContain('Hotel');
    rig.time.now += limits.wardCopyKept;
    const { keptCopy } = await reload();
    expect(await keptCopy(check.id)).toBeUndefined();
    await expect.poll(() => kept).not.toContain(locator);
    expect(kept).toContain('Hotel');
  });

  it('is let go of where the check ended without a verdict', async () => {
    const { wantCopy, keepReceipt, hasCopy } = await reload();
    const { locator } = await wantCopy(rig.holder, check.id);
    keepReceipt({ ...check, state: 'declined' });
    expect(hasCopy(check.id)).toBe(false);
    await expect.poll(() => kept).toContain('declined');
    expect(kept).not.toContain(locator);
  });

  it('goes with everything else as the phone is signed out', async () => {
    const { wantCopy, forgetReceipts, keptCopy } = await reload();
    await wantCopy(rig.holder, check.id);
    await forgetReceipts();
    expect(kept).toBeUndefined();
    expect(await keptCopy(check.id)).toBeUndefined();
  });

  it('is in memory on a phone that keeps nothing', async () => {
    delete rig.platform.vault;
    const { wantCopy, keptCopy } = await reload();
    const { locator } = await wantCopy(rig.holder, check.id);
    expect((await keptCopy(check.id))?.locator).toBe(locator);
    expect(kept).toBeUndefined();
    expect(JSON.stringify([...rig.platform.stored])).not.toContain(locator);
  });
});
