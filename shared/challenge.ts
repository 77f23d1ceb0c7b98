/** What a face may be asked to do. `turn-left` is to the person's own left. */
export const facePrompts = ['turn-left', 'turn-right', 'nod', 'open-mouth'] as const;
export type FacePrompt = (typeof facePrompts)[number];

/**
 * The samples that are sealed: by the phone, or by the browser of an officer, who reads a `card` or the documents of a ward (`kin`), takes the
 * face of one who is grown (`kin-face`), and at whose screen a holder types a `pin`.
 */
export const sealedKinds = [
  ...(['identity', 'id-photo', 'face', 'voice', 'card', 'pin', 'kin', 'kin-face'] as const),
] as const;
export type SealedKind = (typeof sealedKinds)[number];

/** What the rules of a ceremony may ask for. `officer-decision` is no envelope: it has come once the authority has taken the officer's passkey assertion. */
export const askedKinds = [...sealedKinds, 'officer-decision'] as const;
export type AskedKind = (typeof askedKinds)[number];

/**
 * What a challenge may await. `platform-face` is no envelope: it stands in the place of `face` where the platform takes the
 * face, and has come once the authority has the platform's answer.
 */
export const sampleKinds = [...askedKinds, 'platform-face'] as const;
export type SampleKind = (typeof sampleKinds)[number];

/** Who takes the face: our own capture on the phone, or the platform's verifier by its own pages. */
export const facePlatforms = ['wechat', 'alipay'] as const;
export type FacePlatform = (typeof facePlatforms)[number];
export const faceTakers = ['phone', ...facePlatforms] as const;
export type FaceTaker = (typeof faceTakers)[number];

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
  'recording-unreadable',
  'less-loud',
  'headset-off',
  'say-ling',
  'say-yi',
  'say-er',
  'face-not-matched',
  'voice-not-matched',
  'identity-not-matched',
  'use-a-live-face',
  'other-side',
  'pictures-damaged',
  'id-photo-unreadable',
  'id-photo-too-dark',
  'id-photo-too-bright',
  'id-photo-blurred',
  'id-photo-face-small',
  'id-photo-one-face',
  'register-photo-unusable',
  'card-not-matched',
  'card-expired',
  'card-doubted',
  'officer-refused',
  'card-reported-lost',
  'kin-not-matched',
  'kin-other-form',
  'kin-refused',
  'kin-has-phone',
  'guardian-not-of-age',
  'family-full',
  'needs-guardian',
  'not-of-age',
  'age-not-known',
] as const;
export type RetryHint = (typeof retryHints)[number];

/** What an ID photo that a person attached can be refused for; the face before the camera had no part in it. */
export type IdPhotoHint = Extract<RetryHint, `id-photo-${string}`>;

export const isIdPhotoHint = (hint: RetryHint): hint is IdPhotoHint => hint.startsWith('id-photo-');

/** Whether the hint alone decided, whoever stood before the camera: another try would end the same. */
export const isConclusive = (hint: RetryHint): boolean =>
  hint === 'card-reported-lost' || hint === 'not-of-age' || hint === 'age-not-known';

/** Whether the hint is about what was typed or attached: it is followed in the form, not before the camera. */
export const isFormHint = (hint: RetryHint): boolean =>
  hint === 'identity-not-matched' || isIdPhotoHint(hint);
