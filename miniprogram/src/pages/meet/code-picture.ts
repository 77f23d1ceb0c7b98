import { encode } from 'uqr';
import { imageOf, svgOf } from '../../../../shared/ui/svg.ts';
import { colours } from '../../../../shared/ui/tokens.ts';

/** The quiet zone that readers need, in modules (ISO/IEC 18004 section 9.1). */
const quiet = 4;

/** A code as the address of a picture: dark on light in either set of colours, for many readers take no other. */
export function codePicture(code: string): string {
  const { data, size } = encode(code, { ecc: 'M', boostEcc: true, border: 0 });
  const side = size + 2 * quiet;
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('');
  const { 'code-ground': ground, 'code-ink': ink } = colours.light;
  const body = `<path fill="${ground}" d="M0 0h${side}v${side}h-${side}z"/><path fill="${ink}" d="${path}"/>`;
  return imageOf(svgOf(`0 0 ${side} ${side}`, body));
}
