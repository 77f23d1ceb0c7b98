import type { FaceDecision, FaceSample, ReferenceOutcome } from './engines/face/types.ts';
import type { VoiceDecision, VoiceFinding, VoiceReference, VoiceSeen } from './engines/voice/types.ts';

/** What is decided about a face; `reference` is what may be kept as its enrolment. */
export type FaceJudgement = Pick<FaceDecision, 'band' | 'findings' | 'digests' | 'reference'>;

/** What is decided about a phrase; `digests` and `traces` are held against later ones. */
export type VoiceJudgement = Pick<VoiceDecision, 'band' | 'findings' | 'digests' | 'traces'>;

export type VoiceEnrolment =
  | { ok: true; reference: VoiceReference }
  | { ok: false; findings: VoiceFinding[] };

export interface VoiceQuestion {
  wav: Uint8Array;
  digits: string;
  reference: VoiceReference;
  /** Enrolments of other people, for comparison. */
  cohort: VoiceReference[];
  seen: VoiceSeen;
}

/**
 * The two engines as the protocol side sees them. Tests hand in stand-ins; `main.ts` hands in the real ones.
 * Every function may reject: that is a fault of ours and never a decision about a person.
 */
export interface Deciders {
  /** A reference from one ID photo. */
  readPhoto(jpeg: Uint8Array): Promise<ReferenceOutcome>;
  decideFace(sample: FaceSample): Promise<FaceJudgement>;
  /** `digits` as they were to be read aloud: all ten, three times. */
  enrolVoice(wav: Uint8Array, digits: string): Promise<VoiceEnrolment>;
  decideVoice(question: VoiceQuestion): Promise<VoiceJudgement>;
  close(): Promise<void>;
}
