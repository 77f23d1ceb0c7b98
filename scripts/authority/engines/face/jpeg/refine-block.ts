import { type BitReader, DamagedData } from './bit-reader.ts';
import { type HuffmanTable, readSymbol } from './huffman-table.ts';
import type { EmptyRun, Scan } from './read-segments.ts';

interface Refined {
  known: Uint32Array;
  block: number;
  run: EmptyRun;
}

/** One block of a scan that brings one more bit of its coefficients (ITU-T T.81 G.1.2.3). @throws DamagedData */
export function refineBlock(
  reader: BitReader,
  table: HuffmanTable,
  { from, to }: Scan,
  { known, block, run }: Refined,
): void {
  const isKnown = (k: number): boolean => (((known[2 * block + (k >> 5)] ?? 0) >> (k & 31)) & 1) === 1;
  let k = from;
  while (run.left === 0 && k <= to) {
    const symbol = readSymbol(reader, table);
    const [skip, size] = [symbol >> 4, symbol & 15];
    if (size === 0 && skip < 15) {
      run.left = (1 << skip) + reader.bits(skip);
      break;
    }
    if (size > 1) throw new DamagedData('more than one new bit');
    if (size === 1) reader.bit();
    for (let zeros = skip; k <= to; k++) {
      if (isKnown(k)) reader.bit();
      else if (zeros-- === 0) break;
    }
    if (k > to) {
      if (size === 1) throw new DamagedData('more coefficients than a block has');
      return;
    }
    if (size === 1) {
      const at = 2 * block + (k >> 5);
      known[at] = (known[at] ?? 0) | (1 << (k & 31));
    }
    k++;
  }
  if (run.left === 0) return;
  for (; k <= to; k++) if (isKnown(k)) reader.bit();
  run.left--;
}
