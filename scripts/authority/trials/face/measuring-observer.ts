import { loadChipEmbedder } from '../../engines/face/embed-chips.ts';
import type { PictureObservation } from '../../engines/face/face-observation.ts';
import { loadFaceFinder } from '../../engines/face/find-faces.ts';
import { observePicture } from '../../engines/face/observe-picture.ts';
import { readPicture } from '../../engines/face/read-picture.ts';
import { startTensors } from '../../engines/face/start-tensors.ts';
import type { FaceLayout } from '../../engines/face/unwrap-face.ts';
import type { SourceFace } from '../forgeries/hold-photo.ts';
import { retakeFrame } from '../forgeries/retake-frame.ts';
import { seededRandom } from '../seeded-random.ts';

/** The models in this thread, for measuring: what the worker sees, and the meshes that forgeries are made of. */
export interface MeasuringObserver {
  layout: FaceLayout;
  /** Observes retakes of a frame by the scripted camera. */
  retakes: (jpeg: Uint8Array, count: number) => Promise<PictureObservation[]>;
  observe: (jpeg: Uint8Array) => Promise<PictureObservation>;
  sourceFace: (jpeg: Uint8Array) => Promise<SourceFace>;
}

/** Loads the models; the same seed gives the same retakes. */
export async function openMeasuringObserver(seed: number): Promise<MeasuringObserver> {
  await startTensors();
  const finder = await loadFaceFinder();
  const embed = await loadChipEmbedder();
  const random = seededRandom(seed);
  const observe = (jpeg: Uint8Array): Promise<PictureObservation> => observePicture(jpeg, finder, embed);
  return {
    layout: finder.layout,
    observe,
    async retakes(jpeg, count) {
      const seen: PictureObservation[] = [];
      for (let k = 0; k < count; k++) seen.push(await observe(await retakeFrame(jpeg, random)));
      return seen;
    },
    async sourceFace(jpeg) {
      const picture = await readPicture(jpeg);
      const [face] = picture ? await finder.find(picture) : [];
      if (!picture || !face) throw new Error('no face to forge from');
      return { picture, mesh: face.mesh };
    },
  };
}
