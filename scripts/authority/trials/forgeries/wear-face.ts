import type { Flat, Point } from '../../engines/face/face-observation.ts';
import { at } from '../../engines/face/face-shape.ts';
import { fitHomography, sendPoint } from '../../engines/face/flat-movement.ts';
import type { FaceLayout } from '../../engines/face/unwrap-face.ts';
import type { SourceFace } from './hold-photo.ts';
import { type Canvas, canvasOver, paintMesh } from './paint-mesh.ts';

const OUTLINE = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
  150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
];
const FEATURES = [33, 263, 1, 61, 291, 168];
const SKIN = [50, 280, 205, 425, 4, 151];

export interface WearOptions {
  /** 0 = stiff paper, 1 = follows the wearer's head and features like a second skin. */
  fit: number;
  /** Cut out the eyes, so that the wearer's own are seen. */
  eyeHoles: boolean;
  /** Match the colour of the wearer's skin, as a face swap does. */
  blend: boolean;
}

function eyesOf(mesh: readonly Point[]): (u: number, v: number) => boolean {
  const eyes = [
    [33, 133],
    [263, 362],
  ].map(([outer = 0, inner = 0]) => {
    const [a, b] = [at(mesh, outer), at(mesh, inner)];
    return { x: (a[0] + b[0]) / 2, y: (a[1] + b[1]) / 2, reach: Math.abs(a[0] - b[0]) * 0.62 };
  });
  return (u, v) =>
    eyes.some(({ x, y, reach }) => ((u - x) / reach) ** 2 + ((v - y) / (0.65 * reach)) ** 2 < 1);
}

function skinColour({ picture, mesh }: SourceFace): [number, number, number] {
  const mean = (channel: number): number =>
    SKIN.reduce((sum, index) => {
      const [x, y] = at(mesh, index);
      return sum + (picture.rgb[(Math.round(y) * picture.width + Math.round(x)) * 3 + channel] ?? 0);
    }, 0) / SKIN.length;
  return [mean(0), mean(1), mean(2)];
}

/** Puts the face of `photo` on the head of `wearer`: a paper mask, a fitted mask or a face swap, by the options. */
export function wearFace(
  photo: SourceFace,
  wearer: SourceFace,
  { triangles }: FaceLayout,
  { fit, eyeHoles, blend }: WearOptions,
): Canvas {
  const anchors = [...OUTLINE, ...FEATURES];
  const flat = ({ mesh }: SourceFace): Flat[] =>
    anchors.map((index) => [at(mesh, index)[0], at(mesh, index)[1]]);
  const stiff = fitHomography(flat(photo), flat(wearer));
  const corners = photo.mesh.map(([u, v], index) => {
    const [x, y] = sendPoint(stiff, [u, v]);
    const [onX, onY, onZ] = at(wearer.mesh, index);
    return { u, v, x: x * (1 - fit) + onX * fit, y: y * (1 - fit) + onY * fit, z: onZ * fit };
  });
  const [from, to] = [skinColour(photo), skinColour(wearer)];
  const tint: [number, number, number] = blend
    ? [to[0] - from[0], to[1] - from[1], to[2] - from[2]]
    : [0, 0, 0];
  const canvas = canvasOver(wearer.picture);
  paintMesh(
    canvas,
    photo.picture,
    corners,
    triangles,
    eyeHoles ? { hole: eyesOf(photo.mesh), tint } : { tint },
  );
  return canvas;
}
