import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tensor3d } from '@tensorflow/tfjs-core';
import type * as HumanPackage from '@vladmandic/human';
import type { Flat, Point } from './face-observation.ts';
import { at } from './face-shape.ts';
import type { Picture } from './read-picture.ts';
import type { FaceLayout } from './unwrap-face.ts';

/** One face in a picture. Angles in degrees as the detector gives them: yaw < 0 is a turn to the person's own left. */
export interface FoundFace {
  score: number;
  mesh: Point[];
  yaw: number;
  pitch: number;
  roll: number;
}

const degrees = (radians: number): number => (radians * 180) / Math.PI;

/** Finds the faces in pictures, and knows how the mesh is laid out flat. */
export interface FaceFinder {
  find: (picture: Picture) => Promise<FoundFace[]>;
  layout: FaceLayout;
}

/** Loads detector and mesh, no other model. */
export async function loadFaceFinder(): Promise<FaceFinder> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@vladmandic/human');
  const models = new URL('../models/', pathToFileURL(entry));
  // The package exports no path to its WASM build, which lies beside its Node entry.
  const { Human }: typeof HumanPackage = require(join(dirname(entry), 'human.node-wasm.js'));
  const off = { enabled: false };
  const human = new Human({
    backend: 'wasm',
    debug: false,
    async: false,
    cacheSensitivity: 0,
    skipAllowed: false,
    modelBasePath: models.href,
    filter: off,
    gesture: off,
    body: off,
    hand: off,
    object: off,
    segmentation: off,
    face: {
      enabled: true,
      detector: { rotation: true, maxDetected: 3, minConfidence: 0.4, iouThreshold: 0.1, return: false },
      mesh: { enabled: true },
      attention: off,
      iris: off,
      emotion: off,
      description: off,
      antispoof: off,
      liveness: off,
    },
  });
  await human.load();
  const triangles: [number, number, number][] = [];
  const corners = human.faceTriangulation;
  for (let k = 0; k + 2 < corners.length; k += 3)
    triangles.push([at(corners, k), at(corners, k + 1), at(corners, k + 2)]);
  const layout: FaceLayout = { triangles, places: human.faceUVMap.map(([x, y]): Flat => [x, y]) };
  const find: FaceFinder['find'] = async ({ rgb, width, height }) => {
    const input = tensor3d(rgb, [height, width, 3], 'int32');
    try {
      const { face } = await human.detect(input);
      return face
        .filter(({ mesh }) => mesh.length >= 468)
        .map(({ score, mesh, rotation }) => ({
          score,
          mesh: mesh.slice(0, 468).map(([x, y, z]): Point => [x, y, z ?? 0]),
          yaw: degrees(rotation?.angle.yaw ?? 0),
          pitch: degrees(rotation?.angle.pitch ?? 0),
          roll: degrees(rotation?.angle.roll ?? 0),
        }));
    } finally {
      input.dispose();
    }
  };
  return { find, layout };
}
