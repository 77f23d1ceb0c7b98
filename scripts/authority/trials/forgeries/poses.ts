import type { FacePrompt } from '../../engines/face/types.ts';

/** A frame's pose, as the citizens' and the attacks' files name it. */
export type Pose = 'front' | 'left' | 'right' | 'nod' | 'mouth';

export const POSES: readonly Pose[] = ['front', 'left', 'right', 'nod', 'mouth'];

export const POSE_OF: Record<FacePrompt, Exclude<Pose, 'front'>> = {
  'turn-left': 'left',
  'turn-right': 'right',
  nod: 'nod',
  'open-mouth': 'mouth',
};

/** All ordered pairs of prompts that a challenge may ask: two different ones, at least one of them a turn. */
export const PROMPT_PAIRS: readonly (readonly [FacePrompt, FacePrompt])[] = [
  ['turn-left', 'turn-right'],
  ['turn-right', 'turn-left'],
  ['turn-left', 'nod'],
  ['nod', 'turn-left'],
  ['turn-left', 'open-mouth'],
  ['open-mouth', 'turn-left'],
  ['turn-right', 'nod'],
  ['nod', 'turn-right'],
  ['turn-right', 'open-mouth'],
  ['open-mouth', 'turn-right'],
];
