import { describe, expect, it } from 'vitest';
import { setUp } from '../testing/set-up.ts';
import { startHolder } from './holder.ts';

describe('the device key', () => {
  it('is made once and found again at the next start', async () => {
    const { holder, platform } = await setUp();
    const again = await startHolder({ ...holder, platform });
    expect(again.device.thumbprint).toBe(holder.device.thumbprint);
  });

  it('is made anew where the stored text is no key', async () => {
    const { holder, platform } = await setUp();
    platform.stored.set('device-key', 'broken');
    const again = await startHolder({ ...holder, platform });
    expect(again.device.thumbprint).not.toBe(holder.device.thumbprint);
    expect(platform.stored.get('device-key')).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('is not made where the phone has no randomness', async () => {
    const { holder, platform } = await setUp();
    platform.stored.clear();
    platform.randomBytes = async () => new Uint8Array(48);
    await expect(startHolder({ ...holder, platform })).rejects.toMatchObject({ code: 'randomness-missing' });
    expect(platform.stored.size).toBe(0);
  });
});
