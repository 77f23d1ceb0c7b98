import type { PictureObservation } from '../../engines/face/face-observation.ts';
import type { ObservedSample } from '../../engines/face/judge-sample.ts';
import type { FacePrompt, FaceReference } from '../../engines/face/types.ts';
import { POSE_OF, type Pose } from '../forgeries/poses.ts';

/** What was seen of one person or forgery: some retakes of each pose. */
export type SeenPoses = Record<Pose, readonly PictureObservation[]>;

/** Puts together the sample that a phone would send for these prompts: neutral frames first, then one window per prompt. */
export function composeSample(
  seen: SeenPoses,
  prompts: readonly FacePrompt[],
  references: readonly FaceReference[],
): ObservedSample {
  const parts = [
    ...seen.front.map((observation) => ({ observation, prompt: null })),
    ...prompts.flatMap((name, prompt) => seen[POSE_OF[name]].map((observation) => ({ observation, prompt }))),
  ];
  return {
    frames: parts.map(({ prompt }, index) => ({ atMs: index * 250, prompt })),
    observations: parts.map(({ observation }) => observation),
    prompts,
    references,
    uniqueShare: 1,
  };
}
