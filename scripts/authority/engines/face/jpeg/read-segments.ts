import { type HuffmanTable, huffmanTable } from './huffman-table.ts';

/** One component of the picture: how it is sampled, and its blocks of 8 x 8 as the file pads them to whole MCUs. */
export interface Component {
  id: number;
  across: number;
  down: number;
  /** Blocks in a row and rows of them: of the picture itself, and with the padding of interleaved scans. */
  blocks: { wide: number; high: number };
  padded: { wide: number; high: number };
  /** A bit for each coefficient of each block that is not zero so far: two words a block. Progressive pictures only. */
  known: Uint32Array;
  /** For each coefficient how many low bits are still to come; 16 where nothing has come. */
  missing: Uint8Array;
}

/** What SOF says of the picture. */
export interface Frame {
  progressive: boolean;
  width: number;
  height: number;
  /** What an interleaved scan goes by: as many blocks of each component as it is sampled. */
  mcus: { wide: number; high: number };
  components: Component[];
}

/** What the segments before a scan have said so far. */
export interface Tables {
  dc: (HuffmanTable | undefined)[];
  ac: (HuffmanTable | undefined)[];
  restartEvery: number;
}

/** One component's part in a scan, with the tables that it uses. */
export interface ScanPart {
  component: Component;
  dc: HuffmanTable | undefined;
  ac: HuffmanTable | undefined;
}

/** What SOS says (ITU-T T.81 B.2.3): which coefficients come, and which of their bits. */
export interface Scan {
  parts: ScanPart[];
  from: number;
  to: number;
  /** Bits that came in an earlier scan, or 0, and low bits that come later. */
  high: number;
  low: number;
}

/** Blocks that follow without a coefficient of their own (EOBRUN, ITU-T T.81 G.1.2.2). */
export interface EmptyRun {
  left: number;
}

const ceil = (a: number, b: number): number => Math.ceil(a / b);

/**
 * Reads a SOF segment (ITU-T T.81 B.2.2). Undefined where it is none of a picture with 8 bits a sample, or of more pixels than
 * `mostPixels`: nothing is set aside for what is not read.
 */
export function readFrame(segment: Uint8Array, progressive: boolean, mostPixels: number): Frame | undefined {
  const word = (at: number): number => ((segment[at] ?? 0) << 8) | (segment[at + 1] ?? 0);
  const [height, width, count] = [word(1), word(3), segment[5] ?? 0];
  if (segment[0] !== 8 || width < 1 || height < 1 || count < 1 || count > 4) return undefined;
  if (segment.length !== 6 + 3 * count || width * height > mostPixels) return undefined;
  const sampling = Array.from({ length: count }, (_, k) => {
    const factors = segment[7 + 3 * k] ?? 0;
    return { id: segment[6 + 3 * k] ?? 0, across: factors >> 4, down: factors & 15 };
  });
  if (sampling.some(({ across, down }) => across < 1 || across > 4 || down < 1 || down > 4)) return undefined;
  const most = {
    across: Math.max(...sampling.map(({ across }) => across)),
    down: Math.max(...sampling.map(({ down }) => down)),
  };
  const mcus = { wide: ceil(width, 8 * most.across), high: ceil(height, 8 * most.down) };
  const components = sampling.map(({ id, across, down }): Component => {
    const padded = { wide: mcus.wide * across, high: mcus.high * down };
    return {
      ...{ id, across, down, padded },
      blocks: {
        wide: ceil(ceil(width * across, most.across), 8),
        high: ceil(ceil(height * down, most.down), 8),
      },
      known: new Uint32Array(progressive ? 2 * padded.wide * padded.high : 0),
      missing: new Uint8Array(64).fill(16),
    };
  });
  return { progressive, width, height, mcus, components };
}

/** Takes the tables of a DHT segment (ITU-T T.81 B.2.4.2). False where it is none. */
export function readHuffman(segment: Uint8Array, tables: Tables): boolean {
  let at = 0;
  while (at < segment.length) {
    const kind = segment[at] ?? 0;
    const counts = segment.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const symbols = segment.subarray(at + 17, at + 17 + total);
    if (kind >> 4 > 1 || (kind & 15) > 3 || counts.length < 16 || symbols.length < total) return false;
    (kind >> 4 === 0 ? tables.dc : tables.ac)[kind & 15] = huffmanTable(counts, symbols);
    at += 17 + total;
  }
  return true;
}
