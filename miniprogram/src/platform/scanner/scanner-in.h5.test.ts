import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DeviceError } from '../device-error.ts';
import { fakeBrowser } from '../devices.fixture.ts';
import { scannerIn } from './scanner-in.h5.ts';

/** The part of a video element that a scanner needs. */
function video(): HTMLVideoElement {
  const played: Pick<HTMLVideoElement, 'videoWidth' | 'videoHeight' | 'srcObject' | 'play'> = {
    ...{ videoWidth: 0, videoHeight: 0, srcObject: null },
    play: async () => undefined,
  };
  return Object.assign(Object.create(null), played);
}

const events = () => ({ onReady: vi.fn(), onFound: vi.fn(), onRefused: vi.fn() });

afterEach(() => vi.unstubAllGlobals());

describe("a page's scanner", () => {
  it('opens the camera at the back, and lets go of it when it stops', async () => {
    const { track, open } = fakeBrowser();
    const asked = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
    const told = events();
    const scanner = scannerIn(video(), told);
    scanner.start();
    open();
    await expect.poll(() => told.onReady).toHaveBeenCalledWith({ torch: false });
    expect(asked.mock.calls[0]?.[0]).toMatchObject({
      video: { facingMode: { ideal: 'environment' } },
      audio: false,
    });
    expect(track.live).toBe(true);
    scanner.stop();
    expect(track.live).toBe(false);
  });

  it('closes a camera that was allowed only after the person had left', async () => {
    const { track, open } = fakeBrowser();
    const told = events();
    const scanner = scannerIn(video(), told);
    scanner.start();
    scanner.stop();
    open();
    await expect.poll(() => track.live).toBe(false);
    expect(told.onReady).not.toHaveBeenCalled();
    expect(told.onRefused).not.toHaveBeenCalled();
  });

  it('says why it has no camera', async () => {
    fakeBrowser();
    const refused = Object.assign(new Error('no'), { name: 'NotAllowedError' });
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(refused);
    const told = events();
    scannerIn(video(), told).start();
    await expect
      .poll(() => told.onRefused)
      .toHaveBeenCalledWith('camera-refused' satisfies DeviceError['code']);
  });

  it('says when the camera was taken away', async () => {
    const { track, open } = fakeBrowser();
    const told = events();
    scannerIn(video(), told).start();
    open();
    await expect.poll(() => told.onReady).toHaveBeenCalled();
    track.dispatchEvent(new Event('ended'));
    expect(told.onRefused).toHaveBeenCalledWith('camera-missing');
  });

  it('switches the light of a camera that has one', async () => {
    const { track, open } = fakeBrowser();
    const applied = vi.fn(async () => undefined);
    Object.assign(track, { getCapabilities: () => ({ torch: true }), applyConstraints: applied });
    const told = events();
    const scanner = scannerIn(video(), told);
    scanner.start();
    open();
    await expect.poll(() => told.onReady).toHaveBeenCalledWith({ torch: true });
    await scanner.light(true);
    expect(applied).toHaveBeenCalledWith({ advanced: [{ torch: true }] });
    scanner.stop();
  });
});
