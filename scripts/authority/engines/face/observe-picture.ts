import { createHash } from 'node:crypto';
import type { PictureBounds } from './bands.ts';
import { CHIP_SIDE, cutChip } from './cut-chip.ts';
import type { ChipEmbedder } from './embed-chips.ts';
import { meanEmbedding } from './embedding.ts';
import type { PictureObservation } from './face-observation.ts';
import { eyeDistanceOf, shapeOf } from './face-shape.ts';
import type { FaceFinder } from './find-faces.ts';
import { levelsOf } from './levels.ts';
import { linesBesideFace } from './lines-beside-face.ts';
import { measureChip } from './measure-chip.ts';
import { readPicture } from './read-picture.ts';
import { unwrapFace } from './unwrap-face.ts';

function mirror(chip: Float32Array): Float32Array {
  const mirrored = new Float32Array(chip.length);
  for (let cell = 0; cell < CHIP_SIDE * CHIP_SIDE; cell++) {
    const column = cell % CHIP_SIDE;
    const from = (cell - column + CHIP_SIDE - 1 - column) * 3;
    mirrored.set(chip.subarray(from, from + 3), cell * 3);
  }
  return mirrored;
}

/** Decodes one file within the bounds and measures the face in it. Never throws on what a client can send. */
export async function observePicture(
  jpeg: Uint8Array,
  { find, layout }: FaceFinder,
  embed: ChipEmbedder,
  bounds?: PictureBounds,
): Promise<PictureObservation> {
  const picture = await readPicture(jpeg, bounds);
  if (!picture) return { kind: 'unreadable' };
  const pixels = createHash('sha256').update(picture.rgb).digest('hex');
  const faces = await find(picture);
  const [found] = faces;
  if (!found) return { kind: 'no-face', pixels };
  if (faces.length > 1) return { kind: 'two-faces', pixels };
  const { mesh, yaw, pitch } = found;
  const chip = cutChip(picture, mesh);
  const levels = levelsOf(picture);
  return {
    kind: 'face',
    pixels,
    face: {
      yaw,
      pitch,
      shape: shapeOf(mesh),
      eyeDistance: eyeDistanceOf(mesh) / picture.width,
      ...measureChip(chip),
      scene: levels.at(0.95),
      sideLines: linesBesideFace(picture, mesh, levels.at(0.95) - levels.at(0.05)),
      texture: unwrapFace(picture, mesh, layout),
      embedding: meanEmbedding(await embed([chip, mirror(chip)])),
    },
  };
}
