import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from '../devices.fixture.ts';
import { interruptions } from '../signals.ts';
import { previewIn } from './preview.h5.ts';

/** The part of a video element that a preview needs. */
function video(): HTMLVideoElement {
  const played: Pick<HTMLVideoElement, 'videoWidth' | 'videoHeight' | 'srcObject' | 'play'> = {
    ...{ videoWidth: 0, videoHeight: 0, srcObject: null },
    play: async () => undefined,
  };
  return Object.assign(Object.create(null), played);
}

afterEach(() => vi.unstubAllGlobals());

describe('the camera of a browser', () => {
  it('is let go of when the preview stops', async () => {
    const { track, open } = fakeBrowser();
    const preview = previewIn(video(), 'front', () => undefined);
    open();
    await preview.start();
    expect(track.live).toBe(true);
    preview.stop();
    expect(track.live).toBe(false);
  });

  it.each([
    ['front', 'user'],
    ['rear', 'environment'],
  ] as const)('is the %s one where that is asked for', async (facing, facingMode) => {
    const { asked, open } = fakeBrowser();
    const preview = previewIn(video(), facing, () => undefined);
    open();
    await preview.start();
    preview.stop();
    expect(asked).toMatchObject([{ audio: false, video: { facingMode } }]);
  });

  it('is let go of at once where it opens only after the person left', async () => {
    const { track, open } = fakeBrowser();
    const preview = previewIn(video(), 'front', () => undefined);
    const starting = preview.start();
    preview.stop();
    open();
    await starting;
    expect(track.live).toBe(false);
  });

  it('gives no more pictures once it was unplugged, and says so', async () => {
    const { track, open } = fakeBrowser();
    let lost = 0;
    const preview = previewIn(video(), 'front', () => void lost++);
    open();
    await preview.start();
    track.dispatchEvent(new Event('ended'));
    expect(lost).toBe(1);
    expect(track.live).toBe(false);
    await expect(preview.shoot()).rejects.toMatchObject({ code: 'camera-missing' });
  });

  it('interrupts the capture where a call takes it', async () => {
    const { track, open } = fakeBrowser();
    let interrupted = 0;
    const forget = interruptions.add(() => void interrupted++);
    const preview = previewIn(video(), 'front', () => undefined);
    open();
    await preview.start();
    track.dispatchEvent(new Event('mute'));
    forget();
    preview.stop();
    expect(interrupted).toBe(1);
  });
});
