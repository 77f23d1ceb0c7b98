import type { FacePrompt } from '../../../shared/challenge.ts';
import type { FaceFrame } from '../../../shared/sample/samples.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import type { Camera, CameraFrame, Platform } from '../platform/platform.ts';
import { capturePlan } from './capture-plan.ts';
import { guardCapture } from './guard-capture.ts';

/**
 * The frames of one face sample: some while the person just looks, then some for each prompt in its order.
 * `show` puts a prompt on the screen. The camera is closed whatever happens.
 * @throws HolderProblem camera-refused, camera-missing, capture-timeout, capture-interrupted, capture-empty
 */
export async function captureFace(
  platform: Platform,
  prompts: readonly FacePrompt[],
  show: (prompt: FacePrompt | null) => void,
): Promise<FaceFrame[]> {
  let camera: Camera | undefined;
  let gone = false;
  const close = async (): Promise<void> => {
    gone = true;
    await camera?.close();
  };
  const capture = async (): Promise<FaceFrame[]> => {
    camera = await platform.openCamera();
    const seen: Watched[] = [];
    try {
      for (const [index, prompt] of [null, ...prompts].entries()) {
        if (gone) {
          await camera.close();
          break;
        }
        show(prompt);
        const plan = prompt === null ? capturePlan.neutral : capturePlan.prompt;
        for (const frame of await camera.watch({ prompt, ...plan })) {
          seen.push({ frame, prompt: index === 0 ? null : index - 1 });
        }
      }
    } catch (problem) {
      wipeFrames(seen.map(({ frame }) => frame));
      throw problem;
    }
    return faceFrames(seen);
  };
  try {
    return await guardCapture(platform, capturePlan.face, capture, wipeFrames);
  } finally {
    await close();
  }
}

/** Overwrites the pictures. */
export function wipeFrames(frames: readonly Pick<FaceFrame, 'jpeg'>[]): void {
  for (const { jpeg } of frames) jpeg.fill(0);
}

interface Watched {
  frame: CameraFrame;
  prompt: number | null;
}

function faceFrames(seen: readonly Watched[]): FaceFrame[] {
  const start = seen[0]?.frame.at;
  if (start === undefined) throw new HolderProblem('capture-empty');
  return seen.map(({ frame, prompt }) => ({ atMs: Math.round(frame.at - start), prompt, jpeg: frame.jpeg }));
}
