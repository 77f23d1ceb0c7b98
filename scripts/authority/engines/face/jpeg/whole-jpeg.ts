import type { PictureBounds } from '../bands.ts';
import { BitReader, DamagedData } from './bit-reader.ts';
import {
  type Frame,
  readFrame,
  readHuffman,
  type Scan,
  type ScanPart,
  type Tables,
} from './read-segments.ts';
import { walkScan } from './walk-scan.ts';

const SOF = new Map([
  [0xc0, false],
  [0xc1, false],
  [0xc2, true],
]);
const END = Uint8Array.of(0xff, 0xd9);

/** The scan that a SOS segment announces (ITU-T T.81 B.2.3). @throws DamagedData where it cannot be one of the picture */
function readScan(segment: Uint8Array, { progressive, components }: Frame, tables: Tables): Scan {
  const count = segment[0] ?? 0;
  if (count < 1 || segment.length !== 4 + 2 * count) throw new DamagedData('no scan header');
  const parts = Array.from({ length: count }, (_, k): ScanPart => {
    const component = components.find(({ id }) => id === segment[1 + 2 * k]);
    if (component === undefined) throw new DamagedData('a scan of a component that is not there');
    const chosen = segment[2 + 2 * k] ?? 0;
    return { component, dc: tables.dc[chosen >> 4], ac: tables.ac[chosen & 15] };
  });
  const [from = 0, to = 0, bits = 0] = segment.subarray(1 + 2 * count);
  const scan = { parts, from, to, high: bits >> 4, low: bits & 15 };
  const sequential = { ...scan, from: 0, to: 63, high: 0, low: 0 };
  if (!progressive) return sequential;
  const alone = from === 0 ? to === 0 : count === 1 && to >= from && to <= 63;
  if (!alone) throw new DamagedData('no such scan');
  return scan;
}

/** Notes which bits of which coefficients have come. @throws DamagedData where they do not continue what came before */
function note({ parts, from, to, high, low }: Scan): void {
  for (const { component } of parts) {
    for (let k = from; k <= to; k++) {
      const before = component.missing[k];
      if (before !== (high === 0 ? 16 : high) || low >= before) throw new DamagedData('a scan out of order');
      component.missing[k] = low;
    }
  }
}

function walk(bytes: Uint8Array, { maxPixels, maxScans }: PictureBounds): number {
  const tables: Tables = { dc: [], ac: [], restartEvery: 0 };
  let frame: Frame | undefined;
  let scans = 0;
  for (let at = 2; ; ) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
    const marker = bytes[at] === 0xff ? bytes[at + 1] : undefined;
    if (marker === undefined || marker === 0xd9) {
      const cut = marker === undefined && bytes.length - at > 1;
      const complete = frame?.components.every(({ missing }) => missing.every((bits) => bits === 0));
      if (cut || complete !== true) throw new DamagedData('the picture is not complete');
      return at;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const segment = bytes.subarray(at + 4, at + 2 + length);
    if (length < 2 || segment.length !== length - 2) throw new DamagedData('a segment is cut');
    at += 2 + length;
    const progressive = SOF.get(marker);
    if (progressive !== undefined) {
      if (frame !== undefined) throw new DamagedData('two pictures');
      frame = readFrame(segment, progressive, maxPixels);
      if (frame === undefined) throw new DamagedData('no picture of this kind');
    } else if (marker === 0xc4) {
      if (!readHuffman(segment, tables)) throw new DamagedData('no tables');
    } else if (marker === 0xdd) {
      tables.restartEvery = ((segment[0] ?? 0) << 8) | (segment[1] ?? 0);
    } else if (marker === 0xda) {
      if (frame === undefined || ++scans > maxScans) throw new DamagedData('too many scans');
      const scan = readScan(segment, frame, tables);
      note(scan);
      at = walkScan(new BitReader(bytes, at), frame, tables, scan);
    }
  }
}

/**
 * The JPEG, ended where its picture ends, if all of its picture data is there: sequential or progressive, Huffman-coded, 8 bits
 * (ITU-T T.81). A decoder paints grey or noise over what is missing and hardly says so; this walks every block without decoding
 * any. Undefined where something is missing, left over or out of order; a missing end marker alone is no damage, and is
 * put there. Pixels and scans are bounded before they are walked, or anything
 * is set aside for them.
 */
export function wholeJpeg(bytes: Uint8Array, bounds: PictureBounds): Uint8Array | undefined {
  try {
    const end = walk(bytes, bounds);
    const whole = new Uint8Array(end + END.length);
    whole.set(bytes.subarray(0, end));
    whole.set(END, end);
    return whole;
  } catch (error) {
    if (error instanceof DamagedData) return undefined;
    throw error;
  }
}
