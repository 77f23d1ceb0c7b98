import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readCredential } from '../apply/07-credential.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { checkWhoAsks } from '../holder/who-asks.ts';
import { login } from '../login/01-login.ts';
import { type Rig, setUp } from '../testing/set-up.ts';
import { currentForm, journeyOf, startApplication } from './current-journey.ts';
import { logOut, logOutIfVoided } from './log-out.ts';
import { openHolder } from './open-holder.ts';
import { keepReceipt, receipts } from './receipts.ts';

let rig: Rig;
vi.mock('../platform/open/open-platform.ts', () => ({ openPlatform: () => rig.platform }));

vi.mock('./login-prompt.ts', () => ({ askToLogIn: vi.fn() }));

const identity = { name: '林知遥', idNumber: '990001199904121101', validUntil: 'long-term' };

beforeEach(async () => {
  rig = await setUp('apply');
  vi.stubGlobal('builtForBff', 'https://bff.test');
  vi.stubGlobal('builtForTrust', JSON.stringify({ root: rig.bff.authority.root.jwk, sandbox: true }));
});

describe.each([
  ['logging out', logOut, []],
  // By its key alone it may dispute for ten days.
  [
    'being signed out by another phone',
    () => logOutIfVoided(new HolderProblem('device-voided')),
    ['device-key', 'place-lost'],
  ],
])('%s', (_, leave, stays) => {
  it('leaves no handle and no receipt on the phone, and no key that opens anything', async () => {
    const holder = await openHolder();
    await login(holder);
    await readCredential(holder);
    const check = await setUp();
    keepReceipt({ ...checkWhoAsks(check.holder, check.bff.view), state: 'passed' });
    expect([...rig.platform.stored.keys()].sort()).toEqual(['bound', 'credential-handle', 'device-key']);
    await leave();
    expect([...rig.platform.stored.keys()].sort()).toEqual(stays);
    expect(receipts()).toEqual([]);
    const { link, device } = await openHolder();
    expect(link.accessToken).toBeUndefined();
    expect(device.thumbprint === holder.device.thumbprint).toBe(stays.length > 0);
  });

  it('removes what else it can where the handle cannot be removed', async () => {
    await openHolder();
    const { storage } = rig.platform;
    const { remove } = storage;
    storage.remove = async (key) => {
      if (key === 'credential-handle') throw new Error('storage: busy');
      await remove(key);
    };
    await expect(leave()).rejects.toThrow('busy');
    expect([...rig.platform.stored.keys()].sort()).toEqual(stays);
  });

  it("lets go of an application in progress: whoever comes next finds nobody's name, and is not taken for another", async () => {
    const idPhoto = new Uint8Array(100).fill(9);
    const stop = vi.fn();
    const journey = await startApplication({ face: true, voice: true }, { identity, idPhoto });
    journey.stop = stop;
    expect(currentForm('apply')).toBe(journey);
    await leave();
    expect(currentForm('apply')).toBeUndefined();
    expect(journeyOf(journey.view.id)).toBeUndefined();
    expect(stop).toHaveBeenCalled();
    expect(journey.typed).toBeUndefined();
    expect(idPhoto.every((byte) => byte === 0)).toBe(true);
  });

  it('stores nothing that the BFF answers afterwards', async () => {
    const holder = await openHolder();
    await login(holder);
    const { request } = rig.platform;
    rig.platform.request = async (asked) => {
      const answer = await request(asked);
      await leave();
      return answer;
    };
    await expect(readCredential(holder)).rejects.toMatchObject({ code: 'token-missing' });
    expect(rig.platform.stored.has('credential-handle')).toBe(false);
  });
});
