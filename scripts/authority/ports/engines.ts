import type { FacePrompt } from '../../../shared/challenge.ts';
import type { FaceFrame } from '../../../shared/sample/samples.ts';

/** Which verifier, and which version of what it stores. */
export interface EngineId {
  engine: string;
  version: string;
}

/**
 * What an engine keeps of a person or a phrase. The bytes are its own business: nobody else reads them, and of another engine
 * or version they are compared with nothing.
 */
export interface Template extends EngineId {
  bytes: Uint8Array;
}

/** The closed list of what can be held against a sample, whichever engine found it. `decide/decision.ts` says what each leads to. */
export type Finding =
  | 'face-unreadable'
  | 'face-not-found'
  | 'several-faces'
  | 'face-not-frontal'
  | 'face-too-small'
  | 'face-too-dark'
  | 'face-too-bright'
  | 'face-unsteady'
  | 'prompt-unclear'
  | 'turned-other-way'
  | 'prompt-not-followed'
  | 'attack-suspected'
  | 'attack-detected'
  | 'person-changed'
  | 'face-uncertain'
  | 'other-face'
  | 'face-replayed'
  | 'voice-unreadable'
  | 'voice-too-quiet'
  | 'voice-too-noisy'
  | 'voice-clipped'
  | 'voice-narrow-band'
  | 'digits-unclear'
  | 'digits-wrong'
  | 'zero-read-otherwise'
  | 'one-read-otherwise'
  | 'two-read-otherwise'
  | 'voice-uncertain'
  | 'other-voice'
  | 'voice-replayed'
  | 'register-photo-unusable'
  | 'template-of-another-engine';

export type EngineHealth = { healthy: true } | { healthy: false; why: string };

/** A template from one photo or recording, or what is wrong with it. */
export type Enrolment = { ok: true; template: Template } | { ok: false; findings: Finding[] };

export interface FaceSample {
  frames: readonly FaceFrame[];
  prompts: readonly FacePrompt[];
  /** The ID photo and, if there is one, the enrolment. */
  references: readonly Template[];
  /** Whether a digest belongs to a past sample. */
  seen(digest: string): boolean;
}

export interface FaceJudgement {
  /** Nothing found is a pass. */
  findings: Finding[];
  /** What `seen` is to know from now on. */
  digests: string[];
  /** What may be kept as an enrolment; null where the sample gives none. */
  template: Template | null;
}

/** What was heard of a person before, enrolment not included. */
export interface VoiceSeen {
  digests: readonly string[];
  traces: readonly Template[];
}

export interface VoiceQuestion {
  /** 16-bit PCM or any other coding that a WAV may have. */
  wav: Uint8Array;
  digits: string;
  reference: Template;
  /** Enrolments of other people, for comparison. */
  cohort: readonly Template[];
  seen: VoiceSeen;
}

export interface VoiceJudgement {
  /** Nothing found is a pass. */
  findings: Finding[];
  /** Both are handed in again as `seen`; null where nothing was heard. */
  digests: string[];
  trace: Template | null;
}

interface Engine {
  readonly id: EngineId;
  /** Whether it could answer now. Never rejects. */
  health(): Promise<EngineHealth>;
  close(): Promise<void>;
}

/** Rejecting is a fault of ours and never a decision about a person. */
export interface FaceEngine extends Engine {
  readPhoto(jpeg: Uint8Array): Promise<Enrolment>;
  decide(sample: FaceSample): Promise<FaceJudgement>;
}

/** Rejecting is a fault of ours and never a decision about a person. */
export interface VoiceEngine extends Engine {
  /** `digits` as they were to be read aloud: all ten, three times. */
  enrol(wav: Uint8Array, digits: string): Promise<Enrolment>;
  decide(question: VoiceQuestion): Promise<VoiceJudgement>;
}

/** The verifiers that the authority decides by. */
export interface Engines {
  face: FaceEngine;
  voice: VoiceEngine;
}
