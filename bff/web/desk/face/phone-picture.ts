import { type Inks, svgOf } from '../../../../shared/ui/svg.ts';

/** A phone: with the corners of a viewfinder while it is to scan, with three lines while it is to be read. */
export function phonePicture(shows: 'scan' | 'lines', { ink, action }: Inks): string {
  const line = (d: string, stroke: string) =>
    `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/>`;
  const inside = {
    scan: 'M38 40v-7h7M51 33h7v7M58 53v7h-7M45 60h-7v-7M38 46.5h20',
    lines: 'M38 32h20M38 44h20M38 56h11',
  } as const;
  const body = 'M33 8h30a6 6 0 0 1 6 6v68a6 6 0 0 1-6 6H33a6 6 0 0 1-6-6V14a6 6 0 0 1 6-6zM45 78h6';
  return svgOf('0 0 96 96', line(body, ink) + line(inside[shows], action));
}
