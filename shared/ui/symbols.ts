import { svgOf } from './svg.ts';

/** Signs that stand before words, drawn in one line on a square of 24: no font draws them, so that they look the same everywhere. */
const paths = {
  tick: 'M4 13l5 5L20 6',
  cross: 'M5 5l14 14M19 5L5 19',
  attention: 'M12 4v10M12 20v.01',
  information: 'M12 10v10M12 4v.01',
  back: 'M15 4l-8 8 8 8',
  onward: 'M9 4l8 8-8 8',
  again: 'M20 12a8 8 0 1 1-3-6.2M20 3v5h-5',
  person: 'M12 3.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4 21c0-5 3.5-7 8-7s8 2 8 7',
  scan: 'M3 8V4h5M16 4h5v4M21 16v4h-5M8 20H3v-4M3 12h18',
  speak: 'M4 10v4h4l5 4V6l-5 4zM17 9c2 2 2 4 0 6',
} as const;

export type SymbolName = keyof typeof paths;
export const symbolNames = Object.keys(paths).filter((name): name is SymbolName => name in paths);

/** The sign in one colour; its words stand beside it, so that a screen reader is told nothing of it. */
export function symbolSvg(name: SymbolName, ink = 'currentColor'): string {
  const stroke = `fill="none" stroke="${ink}" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"`;
  return svgOf('0 0 24 24', `<path d="${paths[name]}" ${stroke}/>`);
}
