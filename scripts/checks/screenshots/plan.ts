import type { Scene } from './scene.ts';
import type { Style } from './styles.ts';

/** What of a style is taken. */
export interface Part {
  style: Style;
  scenes: readonly Scene[];
}

/**
 * `usual`: of each scene a picture in the first style of its kind, and one in another, in turns, so that each style is seen on pages of every
 * sort and the whole stays within a few minutes. `short`: one of the two, in turns as well. `everything`: each scene in each style of its kind.
 */
export type Amount = 'short' | 'usual' | 'everything';

/** Which pictures are taken. */
export function planPictures(
  scenes: readonly Scene[],
  styles: readonly Style[],
  amount: Amount,
): readonly Part[] {
  return styles
    .map((style) => ({
      style,
      scenes: scenes.filter((scene) => amount === 'everything' || isPlanned(scene, style)),
    }))
    .map(({ style, scenes: planned }) => ({ style, scenes: planned.filter((scene) => fits(scene, style)) }))
    .filter(({ scenes: planned }) => planned.length > 0);

  function isPlanned(scene: Scene, style: Style): boolean {
    if (scene.seldom === true) return false;
    const kin = styles.filter(({ shows }) => shows === style.shows);
    const [first, ...others] = kin;
    if (others.length === 0) return true;
    const place = scenes.filter((each) => fits(each, style)).indexOf(scene);
    const isFirst = style === first;
    const isOther = others[place % others.length] === style;
    if (amount === 'short') return Math.floor(place / others.length) % 2 === 0 ? isFirst : isOther;
    return isFirst || isOther || scene.everywhere === true;
  }
}

function fits({ phone }: Scene, { shows }: Style): boolean {
  return (phone === 'counter') === (shows === 'counter');
}
