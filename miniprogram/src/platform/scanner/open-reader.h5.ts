import type { ReadCode } from './watch-codes.ts';

/** https://wicg.github.io/shape-detection-api/#barcode-detection-api, which Chrome on Android and few others have. */
interface BarcodeDetector {
  detect(picture: ImageData): Promise<{ rawValue: string }[]>;
}
declare global {
  interface Window {
    BarcodeDetector?: {
      new (options: { formats: string[] }): BarcodeDetector;
      getSupportedFormats(): Promise<string[]>;
    };
  }
}

/**
 * Reads QR codes by the browser's own detector, or by jsQR where it has none or its own fails. jsQR is loaded then, and not with the app.
 * @throws Error where it cannot be loaded
 */
export async function openReader(): Promise<ReadCode> {
  const own = await ownReader();
  if (own === undefined) return await readerInScript();
  let read = own;
  return async (picture) => {
    try {
      return await read(picture);
    } catch {
      // Present, but without a detector underneath.
      read = await readerInScript();
      return await read(picture);
    }
  };
}

async function ownReader(): Promise<ReadCode | undefined> {
  const Detector = window.BarcodeDetector;
  if (Detector === undefined) return undefined;
  const formats = await Detector.getSupportedFormats().catch((): string[] => []);
  if (!formats.includes('qr_code')) return undefined;
  const detector = new Detector({ formats: ['qr_code'] });
  return async ({ data, width, height }) => {
    const [code] = await detector.detect(new ImageData(data, width, height));
    return code?.rawValue;
  };
}

async function readerInScript(): Promise<ReadCode> {
  const loaded: { default: unknown } = await import(
    /* webpackMode: "lazy", webpackChunkName: "jsqr" */ 'jsqr'
  );
  const { default: decode } = loaded;
  if (!isDecoder(decode)) throw new Error('jsQR is not what it was');
  // A counter shows its code dark on light.
  const options = { inversionAttempts: 'dontInvert' } as const;
  return async ({ data, width, height }) => decode(data, width, height, options)?.data;
}

/** As `jsqr` declares it; how its module is wrapped depends on who loads it. */
type Decoder = (
  data: Uint8ClampedArray,
  width: number,
  height: number,
  options: { inversionAttempts: 'dontInvert' },
) => { data: string } | null;

function isDecoder(value: unknown): value is Decoder {
  return typeof value === 'function';
}
