import { readFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { POSE_OF, type Pose } from '../../trials/forgeries/poses.ts';
import { retakeFrame } from '../../trials/forgeries/retake-frame.ts';
import { seededRandom } from '../../trials/seeded-random.ts';
import type { FaceJudge } from './face-judge.ts';
import type { FaceFrame, FacePrompt, FaceReference } from './types.ts';

export const people = new URL('../../../people/', import.meta.url);
/** A file of the synthetic citizens. */
export const file = (name: string): Promise<Uint8Array> => readFile(new URL(name, people));
const random = seededRandom(7);
/** No sample was seen before. */
export const never = () => false;

export type Answers = Record<Pose, Uint8Array[]>;

export const answersOf = async (id: string): Promise<Answers> => ({
  front: await Promise.all([1, 2, 3].map((n) => file(`${id}/face/verify-front-${n}.jpg`))),
  left: [await file(`${id}/face/act-left.jpg`)],
  right: [await file(`${id}/face/act-right.jpg`)],
  nod: [await file(`${id}/face/act-nod.jpg`)],
  mouth: [await file(`${id}/face/act-mouth.jpg`)],
});

/** Frames as the scripted camera takes them: three neutral, then `each` for each prompt. */
export async function capture(
  answers: Answers,
  prompts: readonly FacePrompt[],
  each = 2,
): Promise<FaceFrame[]> {
  const frames: FaceFrame[] = [];
  const take = async (jpegs: readonly Uint8Array[], count: number, prompt: number | null): Promise<void> => {
    for (let k = 0; k < count; k++) {
      const jpeg = await retakeFrame(jpegs[k % jpegs.length] ?? new Uint8Array(), random);
      frames.push({ jpeg, atMs: frames.length * 250, prompt });
    }
  };
  await take(answers.front, 3, null);
  for (const [index, prompt] of prompts.entries()) await take(answers[POSE_OF[prompt]], each, index);
  return frames;
}

/** The least sample that any check of it needs: three neutral frames and one for each prompt, all changed alike. */
export async function changed(id: string, prompts: readonly FacePrompt[], change: (picture: Sharp) => Sharp) {
  const frames = await capture(await answersOf(id), prompts, 1);
  return Promise.all(
    frames.map(async (frame) => ({ ...frame, jpeg: await change(sharp(frame.jpeg)).jpeg().toBuffer() })),
  );
}

/** The reference that a citizen's ID photo gives. */
export async function idPhotoOf(engine: FaceJudge, id: string): Promise<FaceReference> {
  const outcome = await engine.readPhoto(await file(`${id}/face/id-photo.jpg`));
  if (!outcome.ok) throw new Error(outcome.findings.join());
  return outcome.reference;
}
