import { type BitReader, DamagedData } from './bit-reader.ts';
import { type HuffmanTable, readSymbol } from './huffman-table.ts';
import type { EmptyRun, Frame, Scan, ScanPart, Tables } from './read-segments.ts';
import { refineBlock } from './refine-block.ts';

const needed = (table: HuffmanTable | undefined): HuffmanTable => {
  if (table === undefined) throw new DamagedData('a table is missing');
  return table;
};

/** The coefficients of one block by their first bits; marks which are not zero where the picture is progressive. */
function readBlock(
  reader: BitReader,
  { dc, ac, component: { known } }: ScanPart,
  { from, to }: Scan,
  { block, run }: { block: number; run: EmptyRun },
): void {
  let k = from;
  if (k === 0) {
    const size = readSymbol(reader, needed(dc));
    if (size > 11) throw new DamagedData('a coefficient too large');
    reader.bits(size);
    k = 1;
  }
  if (to === 0) return;
  if (run.left > 0) {
    run.left--;
    return;
  }
  const table = needed(ac);
  for (; k <= to; k++) {
    const symbol = readSymbol(reader, table);
    const [skip, size] = [symbol >> 4, symbol & 15];
    if (size === 0 && skip < 15) {
      run.left = (1 << skip) + reader.bits(skip) - 1;
      return;
    }
    k += skip;
    if (k > to) throw new DamagedData('more coefficients than a block has');
    reader.bits(size);
    if (size > 0 && known.length > 0) {
      const at = 2 * block + (k >> 5);
      known[at] = (known[at] ?? 0) | (1 << (k & 31));
    }
  }
}

/**
 * Walks all coded data of a scan and decodes nothing: every block must be there, each by codes of its tables, and nothing may
 * be left over. Gives the place of what follows the scan. @throws DamagedData
 */
export function walkScan(
  reader: BitReader,
  { progressive, mcus }: Frame,
  { restartEvery }: Tables,
  scan: Scan,
): number {
  const run: EmptyRun = { left: 0 };
  const { parts, from, high } = scan;
  const one = (part: ScanPart, block: number): void => {
    if (high > 0 && from === 0) reader.bit();
    else if (high > 0)
      refineBlock(reader, needed(part.ac), scan, { known: part.component.known, block, run });
    else readBlock(reader, part, scan, { block, run });
    if (!progressive && run.left > 0) throw new DamagedData('a run of blocks in a sequential picture');
  };
  const [first] = parts;
  const alone = parts.length === 1 ? first?.component : undefined;
  const { wide, high: rows } = alone?.blocks ?? mcus;
  const units = wide * rows;
  for (let unit = 0; unit < units; unit++) {
    if (restartEvery > 0 && unit > 0 && unit % restartEvery === 0) {
      if (run.left > 0) throw new DamagedData('a run over a restart');
      reader.restart(unit / restartEvery - 1);
    }
    const [row, column] = [Math.floor(unit / wide), unit % wide];
    for (const part of parts) {
      const { across, down, padded } = part.component;
      if (alone) {
        one(part, row * padded.wide + column);
        continue;
      }
      for (let v = 0; v < down; v++)
        for (let h = 0; h < across; h++) one(part, (row * down + v) * padded.wide + column * across + h);
    }
  }
  if (run.left > 0) throw new DamagedData('a run beyond the picture');
  return reader.end();
}
