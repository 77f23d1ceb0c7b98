import type { SampleKind } from '../../../shared/challenge.ts';
import { unpackFace } from '../../../shared/sample/unpack-face.ts';
import type { FaceJudgement } from '../deciders.ts';
import type { FaceReference } from '../engines/face/types.ts';
import { readPlatformAnswer } from '../platform-face/platform-answer.ts';
import type { AuthorityPorts } from '../ports.ts';
import type { Challenge } from '../store/challenge-table.ts';

/**
 * The face of a challenge: by our own engine, or as the platform answered. A platform hands over no picture, so that there
 * is no reference to keep.
 */
export async function judgeFace(
  { deciders, store }: AuthorityPorts,
  { claims }: Challenge,
  samples: Map<SampleKind, Uint8Array>,
  references: () => Promise<FaceReference[]>,
): Promise<FaceJudgement> {
  const answered = samples.get('platform-face');
  if (answered !== undefined) {
    const band = readPlatformAnswer(answered);
    return { band, findings: band === 'pass' ? [] : ['other-face'], digests: [], reference: null };
  }
  const face = samples.get('face');
  if (face === undefined) throw new TypeError('a challenge without its samples');
  const frames = unpackFace(face);
  try {
    const known = await references();
    return await deciders.decideFace({
      ...{ frames, prompts: claims.prompts, references: known, seen: store.seen.face },
    });
  } finally {
    for (const { jpeg } of frames) jpeg.fill(0);
  }
}
