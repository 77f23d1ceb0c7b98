import { type Inks, svgOf } from './svg.ts';

/** What people are shown to do, or to expect. */
export const pictureNames = [
  'turn-left',
  'turn-right',
  'nod',
  'open-mouth',
  'read',
  'hand-over',
  'wait',
] as const;
export type PictureName = (typeof pictureNames)[number];

/** One line-drawn person, of no age or sex: what keeps still, what moves, and how far, as CSS `transform` on the whole picture's box. */
interface Picture {
  still: (inks: Inks) => string;
  moving: (inks: Inks) => string;
  moved: string;
  /** CSS `transform-origin`, of what is stretched. */
  origin?: string;
}

const line = (d: string, stroke: string, width = 3) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

const head = 'M48 14c13 0 20 9 20 22 0 14-8 25-20 25s-20-11-20-25c0-13 7-22 20-22z';
const shoulders = 'M40 59v6c-14 3-24 10-26 27M56 59v6c14 3 24 10 26 27';
const eyes = 'M40.5 34v2M55.5 34v2';
const nose = 'M48 38l-1.5 5h3';
const mouth = 'M42 50c4 3 8 3 12 0';
const person = ({ ink }: Inks) => line(head + shoulders, ink);
const face = ({ ink }: Inks) => line(eyes + nose + mouth, ink);

/** Somebody who is seen from the front, as in a mirror: their left is the picture's left. */
const turning = (arrow: string, share: number): Picture => ({
  still: (inks) => person(inks) + line(arrow, inks.action, 4),
  moving: face,
  moved: `translateX(${share}%)`,
});

const speaking = (extra: (inks: Inks) => string): Picture => ({
  still: (inks) => person(inks) + line(eyes + nose, inks.ink) + extra(inks),
  moving: ({ action }) => `<ellipse cx="48" cy="51" rx="6" ry="2" fill="${action}"/>`,
  moved: 'scaleY(2.9)',
  origin: '50% 53%',
});

/** A card as the mark has it: its edge is lit. */
const heldCard = ({ action, 'on-action': paper, lit }: Inks) =>
  `<rect x="54" y="56" width="26" height="17" rx="3" fill="${action}"/>${line('M59 62h6M59 67h10', paper, 2.5)}${line('M70 56h7a3 3 0 0 1 3 3v7', lit, 2.5)}`;

const pictures: Record<PictureName, Picture> = {
  'turn-left': turning('M21 36H5M12 28l-8 8 8 8', -8),
  'turn-right': turning('M75 36h16M84 28l8 8-8 8', 8),
  nod: {
    still: (inks) => person(inks) + line('M82 20v26M74 39l8 8 8-8', inks.action, 4),
    moving: face,
    moved: 'translateY(5%)',
  },
  'open-mouth': speaking(() => ''),
  read: speaking(({ action }) => line('M74 44c4 4 4 10 0 14M81 38c8 8 8 18 0 26', action, 4)),
  'hand-over': {
    still: ({ ink, action }) =>
      line(
        'M30 12c8 0 12 6 12 13s-5 15-12 15-12-8-12-15 4-13 12-13zM26 40v4C14 46 7 54 5 78h34M34 40v4c10 2 14 8 15 16',
        ink,
      ) + line('M2 78h92', action, 4),
    moving: (inks) => line('M22 60c6 10 16 12 34 6', inks.ink) + heldCard(inks),
    moved: 'translateX(13%)',
  },
  wait: {
    still: (inks) => person(inks) + face(inks),
    moving: ({ action }) => line('M76 16h.1M84 16h.1M92 16h.1', action, 6),
    moved: 'translateY(-6%)',
  },
};

const box = '0 0 96 96';
const period = '2.4s';

/** The picture as layers that lie upon each other, for those who move the upper one themselves, by `moved` about `origin`. */
export function pictureLayers(name: PictureName, inks: Inks) {
  const { still, moving, moved, origin = '50% 50%' } = pictures[name];
  return { still: svgOf(box, still(inks)), moving: svgOf(box, moving(inks)), moved, origin };
}

/**
 * The whole picture as one drawing that moves by itself, or that shows where it would have moved to and keeps still. An image does not
 * learn of `prefers-reduced-motion`: whoever shows one takes the still drawing for it, such as by `<source media>`. The moving one
 * carries its style, so inline it stands only where the page's policy lets style elements be; an image stands anywhere.
 */
export function pictureSvg(name: PictureName, inks: Inks, kind: 'moving' | 'still' = 'moving'): string {
  const { still, moving, moved, origin = '50% 50%' } = pictures[name];
  const upper = (style: string) => `${still(inks)}<g class="picture-${name}"${style}>${moving(inks)}</g>`;
  if (kind === 'still') return svgOf(box, upper(` style="${place(origin)};transform:${moved}"`));
  const steps = `@keyframes picture-${name}{0%,15%,95%,to{transform:none}45%,65%{transform:${moved}}}`;
  const style = `.picture-${name}{${place(origin)};animation:picture-${name} ${period} ease-in-out infinite}${steps}`;
  const calm = `@media (prefers-reduced-motion:reduce){.picture-${name}{animation:none;transform:${moved}}}`;
  return svgOf(box, `<style>${style}${calm}</style>${upper('')}`);
}

const place = (origin: string) => `transform-box:view-box;transform-origin:${origin}`;
