/** Milliseconds that a person takes from seeing a prompt to doing it; to look into the camera takes less. */
const reaction = { prompt: 1_200, neutral: 500 };
/** Milliseconds over which the frames of a window are spread. */
const spread = { prompt: 3_000, neutral: 900 };

/** When the frames of a window are due, in milliseconds from its beginning; the last is well inside `longest`. */
export function frameTimes(
  kind: 'prompt' | 'neutral',
  { frames, longest }: { frames: number; longest: number },
): number[] {
  const room = longest * 0.9;
  const begin = Math.min(reaction[kind], room / 3);
  const length = Math.min(spread[kind], room - begin);
  const step = frames > 1 ? length / (frames - 1) : 0;
  return Array.from({ length: frames }, (_, i) => Math.round(begin + i * step));
}
