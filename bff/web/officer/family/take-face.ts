import type { FacePrompt } from '../../../../shared/challenge.ts';
import * as limits from '../../../../shared/limits.ts';
import type { FaceFrame } from '../../../../shared/sample/samples.ts';
import { Refused } from '../../staff/call/refused.ts';

const size = { width: 640, height: 480 };
/** When the frames of a window are taken, in milliseconds from its beginning: a person needs a while to see a prompt and do it. */
const windows = { neutral: [600, 1_000, 1_400], prompt: [1_200, 2_200, 3_200, 4_200] } as const;
/** From the best to the least: the first that stays small is taken. */
const qualities = [0.82, 0.6, 0.4] as const;

const pause = (ms: number) => new Promise((later) => setTimeout(later, ms));

/** The camera of this computer, with the picture that it gives. */
export interface OpenCamera {
  stream: MediaStream;
  close(): void;
}

/** @throws Refused camera-missing where there is none, or it was not allowed */
export async function openCamera(): Promise<OpenCamera> {
  const video = { ...size, facingMode: 'user' };
  const stream = await navigator.mediaDevices?.getUserMedia({ video }).catch(() => undefined);
  if (stream === undefined) throw Refused.here('camera-missing');
  return {
    stream,
    close() {
      for (const track of stream.getTracks()) track.stop();
    },
  };
}

/**
 * The frames of one face sample off a video that plays: some while the person just looks, then some for each prompt in its order, which `show` puts on
 * the screen.
 * @throws Refused camera-missing where the camera gives nothing
 */
export async function takeFace(
  video: HTMLVideoElement,
  prompts: readonly FacePrompt[],
  show: (prompt: FacePrompt | null) => void,
): Promise<FaceFrame[]> {
  const canvas = Object.assign(document.createElement('canvas'), size);
  const began = performance.now();
  const frames: FaceFrame[] = [];
  for (const [index, prompt] of [null, ...prompts].entries()) {
    show(prompt);
    const from = performance.now();
    for (const due of windows[prompt === null ? 'neutral' : 'prompt']) {
      await pause(Math.max(0, from + due - performance.now()));
      canvas.getContext('2d')?.drawImage(video, 0, 0, size.width, size.height);
      const atMs = Math.round(performance.now() - began);
      frames.push({ atMs, prompt: index === 0 ? null : index - 1, jpeg: await jpegOf(canvas) });
    }
  }
  return frames;
}

async function jpegOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  for (const quality of qualities) {
    const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/jpeg', quality));
    if (blob === null) throw Refused.here('camera-missing');
    if (blob.size <= limits.frameJpeg || quality === qualities.at(-1))
      return new Uint8Array(await blob.arrayBuffer());
  }
  throw Refused.here('camera-missing');
}
