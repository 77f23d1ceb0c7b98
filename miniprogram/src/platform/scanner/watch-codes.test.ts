import { encode } from 'uqr';
import { describe, expect, it, vi } from 'vitest';
import { hastyClock } from '../../../../scripts/stand-ins/phone/stand-in-platform.ts';
import { openReader } from './open-reader.h5.ts';
import { type Pixels, watchCodes } from './watch-codes.ts';

const code = 'https://lz.example/q/1.AAECAwQFBgcICQoLDA0ODw.12.AAAAAAAAAAAAAAAAAAAAAA';

/** What a camera sees of a code on a screen: so many pixels a module, not quite white, not quite black, somewhere in the picture. */
function seen(text: string, scale = 4): Pixels {
  const { data: modules, size } = encode(text, { border: 4 });
  const [width, height] = [size * scale + 60, size * scale + 40];
  const data = new Uint8ClampedArray(width * height * 4).fill(190);
  for (let y = 0; y < size * scale; y++) {
    for (let x = 0; x < size * scale; x++) {
      const dark = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true;
      data.fill(dark ? 40 : 225, ((y + 15) * width + x + 35) * 4, ((y + 15) * width + x + 36) * 4);
    }
  }
  return { data, width, height };
}

const nothing = (): Pixels => ({
  data: new Uint8ClampedArray(160 * 120 * 4).fill(200),
  width: 160,
  height: 120,
});
const clock = hastyClock(() => 0);

/** Shows one picture after the other, then the last one for ever; ends when `enough` were found. */
async function scan(pictures: readonly (Pixels | undefined)[], enough: number) {
  const texts: string[] = [];
  let at = 0;
  const read = await openReader();
  await new Promise<void>((resolve) => {
    const end = watchCodes({
      clock,
      read,
      shoot: () => pictures[Math.min(at++, pictures.length - 1)],
      found(text) {
        texts.push(text);
        if (texts.length < enough) return;
        end();
        resolve();
      },
    });
  });
  return texts;
}

describe('the scanner of a page', () => {
  vi.stubGlobal('window', {});

  it('reads a counter code among pictures that show none, or nothing yet', async () => {
    expect(await scan([undefined, nothing(), seen(code)], 1)).toEqual([code]);
  });

  it.each([3, 5, 8])('reads it at %i pixels a module', async (scale) => {
    expect(await scan([seen(code, scale)], 1)).toEqual([code]);
  });

  it('tells a code once while it stands there, and the next one as it comes', async () => {
    const next = code.replace('.12.', '.13.');
    expect(await scan([seen(code), seen(code), nothing(), seen(code), seen(next)], 2)).toEqual([code, next]);
  });

  it('tells nothing once it was ended, also of what it was just looking at', async () => {
    const found = vi.fn();
    let reading: (text: string) => void = () => undefined;
    let reads = 0;
    const end = watchCodes({
      clock,
      shoot: nothing,
      found,
      read: () =>
        new Promise((resolve) => {
          reads++;
          reading = resolve;
        }),
    });
    await expect.poll(() => reads).toBe(1);
    end();
    reading(code);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(found).not.toHaveBeenCalled();
    expect(reads).toBe(1);
  });

  it('looks at one picture at a time', async () => {
    let [looking, most, looks] = [0, 0, 0];
    const end = watchCodes({
      clock,
      shoot: nothing,
      found: vi.fn(),
      async read() {
        looks++;
        most = Math.max(most, ++looking);
        await new Promise((resolve) => setTimeout(resolve, 5));
        looking--;
        return undefined;
      },
    });
    await expect.poll(() => looks).toBeGreaterThan(3);
    end();
    expect(most).toBe(1);
  });

  it('passes over a picture that cannot be read', async () => {
    let looks = 0;
    const text = await new Promise<string>((resolve) => {
      const end = watchCodes({
        clock,
        shoot: nothing,
        async read() {
          if (looks++ === 0) throw new Error('a torn picture');
          return code;
        },
        found(read) {
          end();
          resolve(read);
        },
      });
    });
    expect(text).toBe(code);
  });
});

describe("a browser's own detector", () => {
  const browser = (detect: () => Promise<{ rawValue: string }[]>, formats = ['qr_code']) => {
    class BarcodeDetector {
      static getSupportedFormats = async () => formats;
      detect = detect;
    }
    vi.stubGlobal('ImageData', class {});
    vi.stubGlobal('window', { BarcodeDetector });
  };

  it('is asked where there is one', async () => {
    browser(async () => [{ rawValue: 'read by the browser' }]);
    expect(await (await openReader())(seen(code))).toBe('read by the browser');
  });

  it.each([
    ['knows no QR codes', () => browser(async () => [], ['ean_13'])],
    [
      'fails',
      () =>
        browser(async () => {
          throw new Error('service unavailable');
        }),
    ],
  ])('is done without where it %s', async (_, stub) => {
    stub();
    expect(await (await openReader())(seen(code))).toBe(code);
  });
});
