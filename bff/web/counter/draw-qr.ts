import { encode } from 'uqr';

/** The quiet zone that readers need, in modules (ISO/IEC 18004 section 9.1). */
const quiet = 4;

/** A QR code as an SVG path of dark modules, one unit each; `size` with the quiet zone around. */
export function drawQr(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const runs = data.flatMap((row, y) => rowRuns(row).map(([x, length]) => at(x, y, length)));
  return { size: size + 2 * quiet, path: runs.join('') };
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
