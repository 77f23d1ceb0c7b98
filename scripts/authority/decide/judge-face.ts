import type { SampleKind } from '../../../shared/challenge.ts';
import { unpackFace } from '../../../shared/sample/unpack-face.ts';
import { readPlatformAnswer } from '../platform-face/note-face.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { FaceJudgement, Template } from '../ports/engines.ts';
import type { Challenge } from '../ports/store.ts';

/**
 * The face of a challenge: by our own engine, or as the platform answered. A platform hands over no picture, so that there
 * is no template to keep. A reference that is undefined is a photo of the register that the engine cannot read:
 * that is a finding, and never a pass.
 */
export async function judgeFace(
  { engines, store }: AuthorityPorts,
  { claims }: Challenge,
  samples: Map<SampleKind, Uint8Array>,
  references: () => Promise<(Template | undefined)[]>,
): Promise<FaceJudgement> {
  const answered = samples.get('platform-face');
  if (answered !== undefined) {
    const passed = readPlatformAnswer(answered) === 'pass';
    return { findings: passed ? [] : ['other-face'], digests: [], template: null };
  }
  const face = samples.get('face');
  if (face === undefined) throw new TypeError('a challenge without its samples');
  const frames = unpackFace(face);
  try {
    const known = await references();
    const readable = known.filter((reference) => reference !== undefined);
    const judged = await engines.face.decide({
      ...{ frames, prompts: claims.prompts, references: readable, seen: store.seen.face },
    });
    if (readable.length === known.length) return judged;
    return { ...judged, findings: [...judged.findings, 'register-photo-unusable'] };
  } finally {
    for (const { jpeg } of frames) jpeg.fill(0);
  }
}
