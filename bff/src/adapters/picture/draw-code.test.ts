import jsqr from 'jsqr';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import * as limits from '../../../../shared/limits.ts';
import { drawCode } from './draw-code.ts';

const code = `https://${'long-name.'.repeat(4)}example/q/1.AAECAwQFBgcICQoLDA0ODw.179.AAECAwQFBgcICQoLDA0ODw`;

it.each([limits.codePictureLeast, 200, limits.codePicture, limits.codePictureMost])(
  'is read again by a reader of QR codes, at %d pixels and of black and white alone',
  async (size) => {
    const picture = sharp(await drawCode(code, size));
    expect(await picture.metadata()).toMatchObject({ format: 'png', width: size, height: size });
    const { data } = await picture
      .ensureAlpha()
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(new Set(data)).toEqual(new Set([0, 255]));
    expect(jsqr.default(new Uint8ClampedArray(data), size, size)?.data).toBe(code);
  },
);

it('is not drawn smaller than its modules', async () => {
  await expect(drawCode(code, 20)).rejects.toThrow(RangeError);
});
