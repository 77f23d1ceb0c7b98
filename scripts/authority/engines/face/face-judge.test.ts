import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAttacks } from '../../trials/face/load-citizens.ts';
import { type MeasuringObserver, openMeasuringObserver } from '../../trials/face/measuring-observer.ts';
import { FORGERIES, type ForgerySources, RECORDINGS } from '../../trials/forgeries/forge.ts';
import type { Pose } from '../../trials/forgeries/poses.ts';
import { type FaceJudge, openFaceJudge } from './face-judge.ts';
import { answersOf, capture, file, idPhotoOf, never, people } from './face-sample.fixture.ts';
import { judgePicture } from './judge-sample.ts';
import type { FaceFrame, FacePrompt, FaceReference } from './types.ts';

let engine: FaceJudge;
beforeAll(async () => {
  engine = await openFaceJudge();
});
afterAll(() => engine.close());

const idPhoto = (id: string): Promise<FaceReference> => idPhotoOf(engine, id);

describe('a genuine sample', () => {
  it.each<[string, FacePrompt, FacePrompt]>([
    ['p01', 'turn-left', 'nod'],
    ['p06', 'open-mouth', 'turn-right'],
  ])('of %s passes with %s, then %s, and against its own enrolment', async (id, first, second) => {
    const prompts = [first, second];
    const photo = await idPhoto(id);
    const applied = await engine.decide({
      frames: await capture(await answersOf(id), prompts, 4),
      prompts,
      references: [photo],
      seen: never,
    });
    expect(applied).toMatchObject({ band: 'pass', findings: [] });
    expect(applied.reference?.embedding).toHaveLength(128);
    const references = applied.reference ? [photo, applied.reference] : [];
    const frames = await capture(await answersOf(id), prompts);
    expect(await engine.decide({ frames, prompts, references, seen: never })).toMatchObject({ band: 'pass' });
  });
});

describe('a sample that must not pass', () => {
  const prompts: FacePrompt[] = ['turn-left', 'nod'];

  it('fails with the face of another citizen', async () => {
    const frames = await capture(await answersOf('p02'), prompts);
    const decision = await engine.decide({
      frames,
      prompts,
      references: [await idPhoto('p01')],
      seen: never,
    });
    expect(decision.band).toBe('fail');
    expect(decision.findings).toContain('other-face');
  });

  it('fails when its frames were seen before', async () => {
    const frames = await capture(await answersOf('p01'), prompts);
    const references = [await idPhoto('p01')];
    const first = await engine.decide({ frames, prompts, references, seen: never });
    const again = frames.map((frame, index) => (index === 0 ? frame : { ...frame, atMs: frame.atMs + 5 }));
    const known = new Set(first.digests);
    const second = await engine.decide({
      frames: again,
      prompts,
      references,
      seen: async (d) => known.has(d),
    });
    expect([first.band, second.band]).toEqual(['pass', 'fail']);
    expect(second.findings).toContain('sample-seen-before');
  });

  it('fails when seen pixels come back in another file', async () => {
    const frames = await capture(await answersOf('p01'), prompts);
    const references = [await idPhoto('p01')];
    const { digests } = await engine.decide({ frames, prompts, references, seen: never });
    const known = new Set(digests);
    const padded = frames.map((frame) => ({ ...frame, jpeg: Uint8Array.from([...frame.jpeg, 0]) }));
    const decision = await engine.decide({ frames: padded, prompts, references, seen: (d) => known.has(d) });
    expect(decision.findings).toContain('sample-seen-before');
  });

  it('fails when most files are copies of one another', async () => {
    const frames = await capture(await answersOf('p01'), prompts, 4);
    const copied = frames.map((frame) => ({
      ...frame,
      jpeg: frames.find(({ prompt }) => prompt === frame.prompt)?.jpeg ?? frame.jpeg,
    }));
    const decision = await engine.decide({
      frames: copied,
      prompts,
      references: [await idPhoto('p01')],
      seen: never,
    });
    expect(decision.findings).toContain('too-few-unique-frames');
  });

  it('is asked for again when one prompt is missed and all else is genuine', async () => {
    const answers = await answersOf('p01');
    const frames = await capture({ ...answers, nod: answers.front }, prompts);
    expect(
      await engine.decide({ frames, prompts, references: [await idPhoto('p01')], seen: never }),
    ).toMatchObject({
      band: 'retry',
      findings: ['prompt-missed'],
    });
  });

  it('fails with every recorded attack of the folder', async () => {
    for (const { target, name, frames: recorded } of await loadAttacks(people.pathname)) {
      const of = (pose: Pose): Uint8Array[] => {
        const fitting = recorded.filter((frame) => frame.pose === pose);
        return (fitting.length > 0 ? fitting : recorded).map(({ jpeg }) => jpeg);
      };
      const answers = {
        front: of('front'),
        left: of('left'),
        right: of('right'),
        nod: of('nod'),
        mouth: of('mouth'),
      };
      const frames = await capture(answers, prompts);
      const decision = await engine.decide({
        frames,
        prompts,
        references: [await idPhoto(target)],
        seen: never,
      });
      expect(decision.band, `${name} of ${target}`).toBe('fail');
    }
  });
});

describe('a forgery', () => {
  const prompts: FacePrompt[] = ['turn-right', 'nod'];
  let observer: MeasuringObserver;
  let sources: ForgerySources;
  beforeAll(async () => {
    observer = await openMeasuringObserver(1);
    const facesOf = async (id: string): Promise<ForgerySources['target']> => {
      const { front, left, right, nod, mouth } = await answersOf(id);
      const face = ([jpeg = new Uint8Array()]: Uint8Array[]) => observer.sourceFace(jpeg);
      return {
        front: await face(front),
        left: await face(left),
        right: await face(right),
        nod: await face(nod),
        mouth: await face(mouth),
      };
    };
    const target = await facesOf('p03');
    sources = { still: target.front, target, forger: await facesOf('p08'), layout: observer.layout };
  });

  const { 'recording with mirrored turns': _, ...onScreens } = RECORDINGS;
  it.each(Object.entries({ ...FORGERIES, ...onScreens }))('never passes: %s', async (_, forge) => {
    const of = async (pose: Pose): Promise<Uint8Array[]> => [await forge(sources, pose)];
    const answers = {
      front: await of('front'),
      left: [],
      right: await of('right'),
      nod: await of('nod'),
      mouth: [],
    };
    const frames = await capture(answers, prompts);
    const decision = await engine.decide({
      frames,
      prompts,
      references: [await idPhoto('p03')],
      seen: never,
    });
    expect(decision.band, decision.findings.join()).not.toBe('pass');
  });
});

describe('a picture blown up from 90 pixels', () => {
  it.each(['p09', 'p10', 'p14', 'p06'])(
    'is too blurred whatever the skin, and the true one is not: %s',
    async (id) => {
      const observer = await openMeasuringObserver(1);
      const [jpeg = new Uint8Array()] = (await answersOf(id)).front;
      const front = await observer.sourceFace(jpeg);
      const faces = { front, left: front, right: front, nod: front, mouth: front };
      const forge = FORGERIES['picture blown up from 90 pixels'];
      const forged = await forge?.(
        { still: front, target: faces, forger: faces, layout: observer.layout },
        'front',
      );
      const findings = async (bytes: Uint8Array) => (await observer.retakes(bytes, 1)).map(judgePicture);
      expect(await findings(forged ?? new Uint8Array())).toEqual([['blurred']]);
      expect(await findings(jpeg)).toEqual([[]]);
    },
  );
});

describe('what is no face sample', () => {
  const prompts: FacePrompt[] = ['turn-left', 'nod'];
  const decide = async (frames: FaceFrame[]) =>
    engine.decide({ frames, prompts, references: [await idPhoto('p01')], seen: never });
  const all = async (
    change: (jpeg: Uint8Array) => Uint8Array | Promise<Uint8Array>,
  ): Promise<FaceFrame[]> => {
    const frames = await capture(await answersOf('p01'), prompts);
    return Promise.all(frames.map(async (frame) => ({ ...frame, jpeg: await change(frame.jpeg) })));
  };

  it.each<[string, string, (jpeg: Uint8Array) => Uint8Array | Promise<Uint8Array>]>([
    ['garbage', 'frames-unreadable', () => Uint8Array.from([0xff, 0xd8, 0xff, 1, 2, 3])],
    ['truncated JPEGs', 'frames-unreadable', (jpeg) => jpeg.subarray(0, 9000)],
    ['PNGs', 'frames-unreadable', (jpeg) => sharp(jpeg).png().toBuffer()],
    [
      'walls',
      'no-face',
      (jpeg) => sharp(jpeg).extract({ left: 0, top: 0, width: 170, height: 170 }).jpeg().toBuffer(),
    ],
    ['dark frames', 'too-dark', (jpeg) => sharp(jpeg).linear(0.2, 0).jpeg().toBuffer()],
    ['glaring frames', 'too-bright', (jpeg) => sharp(jpeg).linear(2.4, 60).jpeg().toBuffer()],
    ['blurred frames', 'blurred', (jpeg) => sharp(jpeg).blur(6).jpeg().toBuffer()],
  ])('finds fault with %s: %s', async (_, finding, change) => {
    const decision = await decide(await all(change));
    expect(decision.band).not.toBe('pass');
    expect(decision.findings).toContain(finding);
  });

  it('finds a second face', async () => {
    const pair = await sharp(await file('p01/face/verify-front-1.jpg'))
      .extend({ right: 480, background: '#888' })
      .composite([{ input: Buffer.from(await file('p02/face/verify-front-1.jpg')), left: 480, top: 0 }])
      .jpeg()
      .toBuffer();
    expect(await engine.readPhoto(pair)).toEqual({ ok: false, findings: ['two-faces'] });
  });

  it('asks again for an empty sample and for a flood of frames', async () => {
    expect(await decide([])).toMatchObject({
      band: 'retry',
      findings: expect.arrayContaining(['too-few-frames']),
    });
    const flood = Array.from({ length: 300 }, (_, n) => ({ jpeg: new Uint8Array(9), atMs: n, prompt: null }));
    expect((await decide(flood)).findings).toContain('too-many-frames');
  });
});
