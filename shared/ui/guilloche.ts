import { svgOf } from './svg.ts';

/** Of a card of the format ID-1 (ISO/IEC 7810: 85.60 mm x 53.98 mm), a tenth of a millimetre each. */
const width = 856;
const height = 540;
const lines = 9;
const waves = 8;

/**
 * Fine waves that cross each other all over a card, as on paper that is hard to copy. Decoration: nothing is proved by it.
 * @param stroke a colour in hex digits, as an image cannot see the page's variables
 */
export function guillocheSvg(stroke: string): string {
  const all = Array.from({ length: lines }, (_, place) => wave(place, 1) + wave(place, -1)).join('');
  return svgOf(
    `0 0 ${width} ${height}`,
    `<path d="${all}" fill="none" stroke="${stroke}" stroke-width="2"/>`,
  );
}

/** One wave from edge to edge, mirrored by `sign`; `T` goes on as the first half began. */
function wave(place: number, sign: 1 | -1): string {
  const half = width / waves;
  const start = Math.round((height / (lines - 1)) * place);
  const first = `M0 ${start}q${half / 2} ${sign * (70 - 4 * place)} ${half} 0`;
  return `${first}${`t${half} 0`.repeat(waves - 1)}`;
}
