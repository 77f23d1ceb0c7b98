import { afterEach, describe, expect, it, vi } from 'vitest';
import * as limits from '../../../../shared/limits.ts';
import { choosePicture } from './choose-picture.h5.ts';

/** A browser in which the person chooses a picture whose JPEG takes so many bytes at full quality. */
function choosing(bytes: number | undefined) {
  const canvas = {
    width: 0,
    height: 0,
    getContext: () => ({ drawImage: () => undefined }),
    toBlob: (give: (blob: Blob) => void, _type: string, quality: number) =>
      give(new Blob([new Uint8Array(Math.round((bytes ?? 0) * quality))])),
  };
  const input = Object.assign(new EventTarget(), {
    files: [new Blob()],
    click: () => void input.dispatchEvent(new Event(bytes === undefined ? 'cancel' : 'change')),
  });
  vi.stubGlobal('document', { createElement: (name: string) => (name === 'input' ? input : canvas) });
  vi.stubGlobal('createImageBitmap', async () => ({ width: 4_000, height: 3_000, close: () => undefined }));
  return canvas;
}

afterEach(() => vi.unstubAllGlobals());

describe('a picture chosen in a browser', () => {
  it('is made small enough, its sides in proportion', async () => {
    const canvas = choosing(200_000);
    expect((await choosePicture())?.length).toBe(180_000);
    expect([canvas.width, canvas.height]).toEqual([limits.idPhotoSide, (limits.idPhotoSide * 3) / 4]);
  });

  it('has less quality where it would be more than the authority takes', async () => {
    choosing(1.25 * limits.idPhoto);
    expect((await choosePicture())?.length).toBeLessThanOrEqual(limits.idPhoto);
  });

  it('is refused before anything is sent where no quality makes it small enough', async () => {
    choosing(2 * limits.idPhoto);
    await expect(choosePicture()).rejects.toThrow('too-large');
  });

  it('is none where the person turned back', async () => {
    choosing(undefined);
    expect(await choosePicture()).toBeUndefined();
  });
});
