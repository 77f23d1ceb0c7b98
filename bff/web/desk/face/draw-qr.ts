import { encode } from 'uqr';

/** The quiet zone that readers need, in modules (ISO/IEC 18004 section 9.1). */
const quiet = 4;
/** Up to this version nothing that readers look for stands in the middle; beyond, an alignment pattern does (annex E). */
const lastVersionForMark = 6;
/** A side of the middle that costs each block of such a code at most half of the faults that its level M corrects. */
const markSide = 7;

/** A QR code as an SVG path of dark modules, one unit each; `size` with the quiet zone around. */
export interface DrawnQr {
  size: number;
  path: string;
  /** The side of the square in the middle that the mark may cover; absent where the code needs all of it. */
  mark?: number;
}

export function drawQr(text: string): DrawnQr {
  const { data, size, version } = encode(text, { ecc: 'M', boostEcc: true, border: 0 });
  const runs = data.flatMap((row, y) => rowRuns(row).map(([x, length]) => at(x, y, length)));
  const drawn = { size: size + 2 * quiet, path: runs.join('') };
  return version >= 3 && version <= lastVersionForMark ? { ...drawn, mark: markSide } : drawn;
}

function at(x: number, y: number, length: number): string {
  return `M${x + quiet} ${y + quiet}h${length}v1h-${length}z`;
}

/** Where dark modules stand side by side: the first one and how many. */
function rowRuns(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1);
    if (!dark) continue;
    if (last !== undefined && last[0] + last[1] === x) last[1]++;
    else runs.push([x, 1]);
  }
  return runs;
}
