import type { EngineId, FaceEngine, Finding, Template } from '../../ports/engines.ts';
import { decodeReference, encodeReference } from './embedding.ts';
import { type FaceJudge, openFaceJudge } from './face-judge.ts';
import type { FaceFinding, FaceReference } from './types.ts';

/** A new version makes everybody enrol again. */
const id: EngineId = { engine: 'sandbox-face', version: '1' };

/** Each finding in the words that all engines share. */
export const findingOf = {
  unreadable: 'face-unreadable',
  'frames-unreadable': 'face-unreadable',
  'too-many-frames': 'face-unreadable',
  'too-few-frames': 'face-unsteady',
  'no-face': 'face-not-found',
  'two-faces': 'several-faces',
  'face-too-small': 'face-too-small',
  'too-dark': 'face-too-dark',
  'too-bright': 'face-too-bright',
  blurred: 'face-unsteady',
  'not-frontal': 'face-not-frontal',
  'prompt-missed': 'prompt-unclear',
  'turned-other-way': 'turned-other-way',
  'no-prompt-seen': 'prompt-not-followed',
  'prompt-wrong-window': 'prompt-not-followed',
  'flat-picture': 'attack-detected',
  'lines-beside-face': 'attack-suspected',
  'light-hardly-changed': 'prompt-unclear',
  'light-unchanged': 'attack-detected',
  'too-few-unique-frames': 'attack-detected',
  'face-unsteady': 'face-unsteady',
  'face-changed': 'person-changed',
  'face-unsure': 'face-uncertain',
  'other-face': 'other-face',
  'sample-seen-before': 'face-replayed',
} as const satisfies Record<FaceFinding, Finding>;

const shared = (found: readonly FaceFinding[]): Finding[] => [
  ...new Set(found.map((finding) => findingOf[finding])),
];
const templateOf = (reference: FaceReference): Template => ({ ...id, bytes: encodeReference(reference) });

/** The sandbox's own face engine. Its models are loaded by the first question that needs them. */
export function openFaceEngine(): FaceEngine {
  let opening: Promise<FaceJudge> | undefined;
  const judge = () => {
    opening ??= openFaceJudge();
    return opening;
  };
  return {
    id,
    async health() {
      try {
        await judge();
        return { healthy: true };
      } catch (error) {
        return { healthy: false, why: error instanceof Error ? error.name : 'unknown' };
      }
    },
    async readPhoto(jpeg) {
      const read = await (await judge()).readPhoto(jpeg);
      return read.ok
        ? { ok: true, template: templateOf(read.reference) }
        : { ok: false, findings: shared(read.findings) };
    },
    async decide({ frames, prompts, references, seen }) {
      const known = references.map(({ bytes }) => decodeReference(bytes));
      const judged = await (await judge()).decide({ frames, prompts, references: known, seen });
      const { findings, digests, reference } = judged;
      return {
        findings: shared(findings),
        digests,
        template: reference === null ? null : templateOf(reference),
      };
    },
    async close() {
      const opened = await opening;
      await opened?.close();
    },
  };
}
