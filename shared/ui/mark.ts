import { type Inks, svgOf } from './svg.ts';

/**
 * The mark: a card whose edge is lit (亮). Square, so that it serves as favicon, in the middle of a counter code and as the seal on
 * the credential card. The light is an edge that shines, and no seal, wreath, star or shield.
 */
export function markSvg({ action, 'on-action': paper, lit }: Inks): string {
  return svgOf('0 0 64 64', [cardBody(action), portrait(paper), litEdge(lit)].join(''));
}

const cardBody = (fill: string) => `<rect x="1" y="17" width="54" height="38" rx="7" fill="${fill}"/>`;

/** What stands on any card: a place for a picture, and two lines. */
const portrait = (stroke: string) =>
  `<path d="M10 45v-3a6 6 0 0 1 12 0v3M16 29v1M30 32h15M30 42h9" fill="none" stroke="${stroke}" stroke-width="5" stroke-linecap="round"/>`;

/** The upper right edge, and where its light goes. */
const litEdge = (stroke: string) =>
  `<path d="M31 17h17a7 7 0 0 1 7 7v18M57 12l4-4M46 8V4M60.5 23h.1" fill="none" stroke="${stroke}" stroke-width="5" stroke-linecap="round"/>`;
