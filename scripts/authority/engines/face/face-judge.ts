import { createHash } from 'node:crypto';
import { bandOf, FRAMES, PICTURE } from './bands.ts';
import type { PictureObservation } from './face-observation.ts';
import { judgePicture, judgeSample } from './judge-sample.ts';
import { openFaceObserver } from './observer.ts';
import { ownNeutral } from './own-neutral.ts';
import type { FaceDecision, FaceFinding, FaceSample, ReferenceOutcome } from './types.ts';

/** Decides on face samples. Everything a client can send becomes a finding; it rejects only when its own worker dies. */
export interface FaceJudge {
  /** Decides on a sample; the decision carries the reference that its own frontal frames give. */
  decide: (sample: FaceSample) => Promise<FaceDecision>;
  /** The reference of an ID photo: one frontal face of fair quality. */
  readPhoto: (jpeg: Uint8Array) => Promise<ReferenceOutcome>;
  close: () => Promise<void>;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function digestsOf(files: readonly string[], observations: readonly PictureObservation[]): string[] {
  const pixels = observations.flatMap((seen) =>
    seen.kind === 'unreadable' ? [] : [`pixels:${seen.pixels}`],
  );
  return [...new Set([...files.map((digest) => `file:${digest}`), ...pixels])];
}

/** Starts the engine; resolves when its models are loaded. */
export async function openFaceJudge(): Promise<FaceJudge> {
  const observer = await openFaceObserver();
  return {
    async decide({ frames, prompts, references, seen }) {
      const refusal: FaceFinding | null =
        frames.length > FRAMES.most
          ? 'too-many-frames'
          : frames.length < FRAMES.least
            ? 'too-few-frames'
            : null;
      const looked = refusal ? [] : frames;
      const observations = await observer.observe(
        looked.map(({ jpeg }) => (jpeg.length > PICTURE.maxBytes ? new Uint8Array() : jpeg)),
        FRAMES,
      );
      const files = looked.map(({ jpeg }) => sha256(jpeg));
      const pixels = observations.flatMap((o) => (o.kind === 'unreadable' ? [] : [o.pixels]));
      const uniqueShare = pixels.length > 0 ? new Set(pixels).size / pixels.length : 1;
      const judged = judgeSample({ frames: looked, observations, prompts, references, uniqueShare });
      const digests = digestsOf(files, observations);
      const findings = [...judged.findings];
      if (refusal && !findings.includes(refusal)) findings.push(refusal);
      for (const digest of digests) {
        if (await seen(digest)) {
          findings.push('sample-seen-before');
          break;
        }
      }
      return { ...judged, findings, band: bandOf(findings), digests };
    },
    async readPhoto(jpeg) {
      const [observation] = await observer.observe(
        [jpeg.length > PICTURE.maxBytes ? new Uint8Array() : jpeg],
        PICTURE,
      );
      if (observation?.kind !== 'face') return { ok: false, findings: [observation?.kind ?? 'unreadable'] };
      const findings = judgePicture(observation);
      const frontal = ownNeutral([observation.face]);
      if (!frontal) findings.push('not-frontal');
      if (!frontal || findings.length > 0) return { ok: false, findings };
      return { ok: true, reference: { embedding: frontal.embedding, frames: 1 } };
    },
    close: observer.close,
  };
}
