import { colours } from './tokens.ts';

/** The colours that drawings are made of: hex digits where a drawing is an image, `currentColor` or `var(--...)` where it stands inline. */
export interface Inks {
  ink: string;
  action: string;
  'on-action': string;
  lit: string;
}

/** The inks of the light or the dark set of tokens, for a drawing that is an image and so cannot see the page's variables. */
export function inksOf(set: keyof typeof colours): Inks {
  const { ink, action, 'on-action': onAction, lit } = colours[set];
  return { ink, action, 'on-action': onAction, lit };
}

/** The inks by name, for a drawing that stands inline in a page that has the tokens as CSS variables. */
export const inksOfPage: Inks = {
  ink: 'var(--ink)',
  action: 'var(--action)',
  'on-action': 'var(--on-action)',
  lit: 'var(--lit)',
};

/** A drawing of its own that says nothing to a screen reader: the words beside it do. */
export function svgOf(viewBox: string, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" aria-hidden="true" focusable="false">${body}</svg>`;
}

/** The drawing as the address of an image, without a semicolon, so that it can stand in a `style` attribute too. */
export function imageOf(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)
    .replace(/'/g, '%27')
    .replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))}`;
}
