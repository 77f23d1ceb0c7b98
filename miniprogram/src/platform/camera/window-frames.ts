/** Milliseconds that a person takes from seeing a prompt to doing it; to look into the camera takes less. */
const reaction = { prompt: 1_200, neutral: 500 };
/** Milliseconds over which the frames of a window are spread. */
const spread = { prompt: 3_000, neutral: 900 };

/** A time in which so many frames are taken, `longest` milliseconds at most. */
interface Window {
  frames: number;
  longest: number;
}

/** When the frames of a window are due, in milliseconds from its beginning; the last is well inside `longest`. */
export function frameTimes(kind: 'prompt' | 'neutral', { frames, longest }: Window): number[] {
  const room = longest * 0.9;
  const begin = Math.min(reaction[kind], room / 3);
  const length = Math.min(spread[kind], room - begin);
  const step = frames > 1 ? length / (frames - 1) : 0;
  return Array.from({ length: frames }, (_, i) => Math.round(begin + i * step));
}

/** Milliseconds that a window takes as a rule: until its last frame is due. */
export function windowLength(kind: 'prompt' | 'neutral', window: Window): number {
  return Math.max(...frameTimes(kind, window));
}

/**
 * The places, in their order, of the `count` sketches that differ the most from `neutral`: of a window's frames those in
 * which the prompt is done, whenever the person did it. The later ones where all are alike.
 * @param sketches equally long arrays of grey values
 */
export function mostChanged(neutral: Uint8Array, sketches: readonly Uint8Array[], count: number): number[] {
  return sketches
    .map((sketch, place) => ({ place, change: difference(neutral, sketch) }))
    .sort((a, b) => b.change - a.change || b.place - a.place)
    .slice(0, count)
    .map(({ place }) => place)
    .sort((a, b) => a - b);
}

function difference(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0);
}
