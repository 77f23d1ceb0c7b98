import sharp from 'sharp';
import type { FaceLayout } from '../../engines/face/unwrap-face.ts';
import { bentPrint, flatPrint, type Hold, onScreen, puppet, type SourceFace } from './hold-photo.ts';
import { encodeCanvas } from './paint-mesh.ts';
import type { Pose } from './poses.ts';
import { wearFace } from './wear-face.ts';

/** What a forger has: a still of the target, the target's recorded poses, and the own head in all poses. */
export interface ForgerySources {
  still: SourceFace;
  target: Record<Pose, SourceFace>;
  forger: Record<Pose, SourceFace>;
  layout: FaceLayout;
}

type Forge = (sources: ForgerySources, pose: Pose) => Promise<Uint8Array>;

const held =
  (turn: number, nod: number, focal = 3) =>
  (pose: Pose): Hold => ({
    yaw: pose === 'left' ? -turn : pose === 'right' ? turn : 0,
    pitch: pose === 'nod' ? nod : 0,
    focal,
  });

const puppetOf =
  (relief: number, turn: number): Forge =>
  ({ still }, pose) => {
    const { focal: _, ...hold } = held(turn, 15)(pose);
    return encodeCanvas(puppet(still, relief, hold, pose === 'mouth' ? 0.14 : 0));
  };

const worn =
  (fit: number, eyeHoles: boolean, blend: boolean): Forge =>
  ({ still, forger, layout }, pose) =>
    encodeCanvas(wearFace(still, forger[pose], layout, { fit, eyeHoles, blend }));

const coarse: Forge = async ({ target }, pose) => {
  const { rgb, width, height } = target[pose].picture;
  const small = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .resize({ width: 90 })
    .png()
    .toBuffer();
  return sharp(small).resize({ width }).jpeg().toBuffer();
};

const mirrored: Forge = async ({ target }, pose) => {
  const from = pose === 'left' ? 'right' : pose === 'right' ? 'left' : pose;
  const { rgb, width, height } = target[from].picture;
  const turned = pose === 'left' || pose === 'right';
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .flop(turned)
    .jpeg()
    .toBuffer();
};

/** Forgeries that must not pass, as far as can be told; each answers any pose. */
export const FORGERIES: Record<string, Forge> = {
  'flat print, 35 degrees': ({ still }, pose) => encodeCanvas(flatPrint(still, held(35, 30)(pose))),
  'flat print, 50 degrees, near': ({ still }, pose) =>
    encodeCanvas(flatPrint(still, held(50, 40, 1.2)(pose))),
  'print bent narrow': ({ still }, pose) => encodeCanvas(bentPrint(still, 0.3, held(35, 20)(pose))),
  'print bent wide': ({ still }, pose) => encodeCanvas(bentPrint(still, 0.5, held(40, 20)(pose))),
  'print on a balloon': ({ still }, pose) => encodeCanvas(bentPrint(still, 0.35, held(35, 20)(pose), true)),
  'puppet, true relief': puppetOf(1, 30),
  'puppet, half more relief': puppetOf(1.5, 30),
  'puppet, double relief': puppetOf(2, 30),
  'paper mask with eye holes': worn(0, true, false),
  'fitted mask with eye holes': worn(1, true, false),
  'half-fitted mask': worn(0.5, true, false),
  'face swap from a still': worn(1, false, true),
  'photo pasted on the head': worn(0, false, true),
  'photo in front, own head in the prompts': ({ still, forger }, pose) =>
    encodeCanvas(pose === 'front' ? still.picture : forger[pose].picture),
  'own front, target in the prompts': ({ forger, target }, pose) =>
    encodeCanvas(pose === 'front' ? forger.front.picture : target[pose].picture),
  'one pose for all': ({ target }, pose) => encodeCanvas(target[pose === 'front' ? 'front' : 'left'].picture),
  'poses in another order': ({ target }, pose) => {
    const other: Record<Pose, Pose> = {
      front: 'front',
      left: 'nod',
      nod: 'right',
      right: 'mouth',
      mouth: 'left',
    };
    return encodeCanvas(target[other[pose]].picture);
  },
  'picture blown up from 90 pixels': coarse,
};

/** Recordings of the target's true answers: told only by the edges of the screen, a mirrored turn by its light at most. */
export const RECORDINGS: Record<string, Forge> = {
  'recording on a phone': ({ target }, pose) =>
    encodeCanvas(onScreen(target[pose].picture, { scale: 0.7, yaw: 5 })),
  'recording on a large screen': ({ target }, pose) =>
    encodeCanvas(onScreen(target[pose].picture, { scale: 0.9 })),
  'recording with mirrored turns': mirrored,
};
