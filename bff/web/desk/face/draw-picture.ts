import { markSvg } from '../../../../shared/ui/mark.ts';
import { type PictureName, pictureLayers } from '../../../../shared/ui/pictures.ts';
import { inksOfPage } from '../../../../shared/ui/svg.ts';
import { type SymbolName, symbolSvg } from '../../../../shared/ui/symbols.ts';
import { drawInto } from '../../kit/element.ts';
import type { Phase } from '../check.ts';
import { phonePicture } from './phone-picture.ts';

export type Drawing = PictureName | 'phone-scans' | 'phone-reads' | 'mark' | 'tick' | 'cross';

/** What stands beside the guest's three steps. */
export const stepDrawings: readonly Drawing[] = ['phone-scans', 'turn-left', 'read'];

/** What the guest sees in place of a code. */
export const drawingOf = {
  open: 'phone-scans',
  'more-time': 'phone-scans',
  claimed: 'phone-reads',
  word: 'phone-reads',
  again: 'read',
  taken: 'wait',
  passed: 'tick',
  failed: 'cross',
  declined: 'hand-over',
  staffed: 'hand-over',
  cancelled: 'wait',
  expired: 'wait',
  aborted: 'wait',
  ready: 'mark',
} as const satisfies Record<Phase, Drawing>;

/** The sign beside the words of each phase: nobody has to tell it by its colour. */
export const signs = {
  open: 'scan',
  'more-time': 'attention',
  claimed: 'person',
  word: 'speak',
  again: 'attention',
  taken: 'information',
  passed: 'tick',
  failed: 'cross',
  declined: 'person',
  staffed: 'person',
  cancelled: 'information',
  expired: 'information',
  aborted: 'information',
  ready: 'onward',
} as const satisfies Record<Phase, SymbolName>;

/** Draws the sign of a phase into the element. */
export function drawSign(holder: HTMLElement, phase: Phase): void {
  const sign: SymbolName = signs[phase];
  drawInto(holder, symbolSvg(sign));
  holder.classList.toggle('ringed', sign === 'attention' || sign === 'information');
}

/** Draws into the element; a picture of two layers moves the upper one, as far as the person wants motion (desk.css). */
export function draw(holder: HTMLElement, drawing: Drawing = 'mark'): void {
  const { still, moving, moved, origin } = layersOf(drawing);
  holder.style.setProperty('--moved', moved);
  holder.style.setProperty('--origin', origin);
  drawInto(holder, ...(moving === '' ? [still] : [still, moving]));
}

function layersOf(drawing: Drawing): ReturnType<typeof pictureLayers> {
  if (drawing === 'mark') return unmoved(markSvg(inksOfPage));
  if (drawing === 'tick' || drawing === 'cross') return unmoved(symbolSvg(drawing));
  if (drawing === 'phone-scans') return unmoved(phonePicture('scan', inksOfPage));
  if (drawing === 'phone-reads') return unmoved(phonePicture('lines', inksOfPage));
  return pictureLayers(drawing, inksOfPage);
}

function unmoved(still: string): ReturnType<typeof pictureLayers> {
  return { still, moving: '', moved: 'none', origin: '50% 50%' };
}
