/** What a face may be asked to do. `turn-left` is to the person's own left. */
export const facePrompts = ['turn-left', 'turn-right', 'nod', 'open-mouth'] as const;
export type FacePrompt = (typeof facePrompts)[number];

/** The samples that a phone may seal; the challenge names those that it awaits. */
export const sampleKinds = ['identity', 'id-photo', 'face', 'voice'] as const;
export type SampleKind = (typeof sampleKinds)[number];

export const ceremonies = ['apply', 'verify'] as const;
export type Ceremony = (typeof ceremonies)[number];

/** What the phone may be told to do better. Never shown to a counter. */
export const retryHints = [
  'too-dark',
  'too-bright',
  'hold-still',
  'face-too-small',
  'one-face-only',
  'prompt-missed',
  'look-straight',
  'speak-louder',
  'too-noisy',
  'say-the-digits',
  'face-not-matched',
  'voice-not-matched',
  'identity-not-matched',
  'use-a-live-face',
] as const;
export type RetryHint = (typeof retryHints)[number];
