import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FaceJudge, openFaceJudge } from './face-judge.ts';
import { answersOf, capture, changed, file, idPhotoOf, never } from './face-sample.fixture.ts';
import type { FacePrompt, FaceReference } from './types.ts';

let engine: FaceJudge;
beforeAll(async () => {
  engine = await openFaceJudge();
});
afterAll(() => engine.close());
const idPhoto = (id: string): Promise<FaceReference> => idPhotoOf(engine, id);

const everybody = Array.from({ length: 14 }, (_, index) => `p${String(index + 1).padStart(2, '0')}`);

describe('the light', () => {
  const prompts: FacePrompt[] = ['turn-left', 'open-mouth'];

  it.each(everybody)(
    'is enough for %s, whatever the skin, and a third of it asks for more, never fails',
    async (id) => {
      const references = [await idPhoto(id)];
      const good = await changed(id, prompts, (it) => it);
      expect(await engine.decide({ frames: good, prompts, references, seen: never })).toMatchObject({
        findings: [],
      });
      const dim = await changed(id, prompts, (it) => it.linear(0.33, 0));
      expect(await engine.decide({ frames: dim, prompts, references, seen: never })).toMatchObject({
        band: 'retry',
        findings: ['too-dark'],
      });
    },
  );

  it.each([
    ['p09', 5],
    ['p01', 2.6],
    ['p12', 2.2],
  ])('that burns out the face of %s asks for less, never fails', async (id, times) => {
    const references = [await idPhoto(id)];
    const frames = await changed(id, prompts, (it) => it.linear(times, 30));
    expect(await engine.decide({ frames, prompts, references, seen: never })).toMatchObject({
      band: 'retry',
      findings: ['too-bright'],
    });
  });

  it('of one dark frame among five is no reason to try again: the median speaks', async () => {
    const frames = await changed('p01', prompts, (it) => it);
    const dark = await sharp(frames[1]?.jpeg).linear(0.3, 0).jpeg().toBuffer();
    const mixed = frames.map((frame, index) => (index === 1 ? { ...frame, jpeg: dark } : frame));
    const references = [await idPhoto('p01')];
    expect((await engine.decide({ frames: mixed, prompts, references, seen: never })).findings).toEqual([]);
  });

  it('of a dark ID photo is named, on dark skin as on light', async () => {
    for (const id of ['p10', 'p01']) {
      const photo = sharp(await file(`${id}/face/id-photo.jpg`));
      expect(await engine.readPhoto(await photo.linear(0.33, 0).jpeg().toBuffer())).toEqual({
        ok: false,
        findings: ['too-dark'],
      });
    }
  });
});

describe('frames that arrive damaged', () => {
  const prompts: FacePrompt[] = ['turn-left', 'nod'];
  const damage = (jpeg: Uint8Array) => jpeg.subarray(0, jpeg.length * 0.6);

  it.each([
    [1, []],
    [3, []],
    [4, ['frames-unreadable']],
  ])('are left out and counted: %i of eleven', async (count, findings) => {
    const frames = await capture(await answersOf('p01'), prompts, 4);
    const broken = frames.map((frame, index) =>
      index % 3 === 0 && index / 3 < count ? { ...frame, jpeg: damage(frame.jpeg) } : frame,
    );
    const references = [await idPhoto('p01')];
    const decision = await engine.decide({ frames: broken, prompts, references, seen: never });
    expect(decision).toMatchObject({ findings, scores: { unreadable: count } });
  });
});

describe('a sample that arrives mirrored', () => {
  it.each<[FacePrompt, FacePrompt]>([
    ['turn-left', 'nod'],
    ['turn-right', 'turn-left'],
  ])('with %s and %s is another try that names the other side, and never passes', async (...prompts) => {
    const frames = await changed('p01', prompts, (it) => it.flop());
    const references = [await idPhoto('p01')];
    expect(await engine.decide({ frames, prompts, references, seen: never })).toMatchObject({
      band: 'retry',
      findings: ['turned-other-way'],
    });
  });
});
