import * as limits from '../../../../shared/limits.ts';
import type { Clock } from '../platform.ts';

/** What a camera shows at one moment: four bytes a pixel, rows from the top. */
export interface Pixels {
  data: Uint8ClampedArray<ArrayBuffer>;
  width: number;
  height: number;
}

/** The text of a QR code in a picture; undefined where there is none. */
export type ReadCode = (picture: Pixels) => Promise<string | undefined>;

/**
 * Looks for QR codes in what a camera shows, one picture after the other and never two at once, and calls `found` with each code that is
 * another than the one before. Nothing is called once the answer has ended it. A picture that cannot be read is passed over.
 */
export function watchCodes(given: {
  clock: Clock;
  /** Undefined while the camera shows nothing yet. */
  shoot: () => Pixels | undefined;
  read: ReadCode;
  found: (text: string) => void;
}): () => void {
  const { clock, shoot, read, found } = given;
  let ended = false;
  let last: string | undefined;
  let callOff = (): void => undefined;
  const look = async (): Promise<void> => {
    const picture = shoot();
    const text = picture === undefined ? undefined : await read(picture).catch(() => undefined);
    if (ended) return;
    if (text !== undefined && text !== '' && text !== last) {
      last = text;
      found(text);
    }
    // Whoever was told may have ended it.
    if (!ended) callOff = clock.after(limits.codeLookedForEvery, () => void look());
  };
  callOff = clock.after(0, () => void look());
  return () => {
    ended = true;
    callOff();
  };
}
