import type { FaceFinding, FaceFrame } from './types.ts';

/**
 * Frames must say when they were taken and for which prompt; the windows follow each other in the order of the prompts. Anything
 * else was not taken by a phone that followed the challenge.
 */
export function judgeWindows(
  frames: readonly Pick<FaceFrame, 'atMs' | 'prompt'>[],
  promptCount: number,
): FaceFinding[] {
  const sane = frames.every(
    ({ atMs, prompt }) =>
      Number.isFinite(atMs) &&
      atMs >= 0 &&
      (prompt === null || (Number.isInteger(prompt) && prompt >= 0 && prompt < promptCount)),
  );
  if (!sane) return ['prompt-wrong-window'];
  const ofPrompts = frames
    .filter((frame) => frame.prompt !== null)
    .toSorted((a, b) => a.atMs - b.atMs)
    .map(({ prompt }) => prompt ?? 0);
  const inOrder = ofPrompts.every((prompt, index) => index === 0 || prompt >= (ofPrompts[index - 1] ?? 0));
  return inOrder ? [] : ['prompt-wrong-window'];
}
