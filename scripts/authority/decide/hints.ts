import type { RetryHint } from '../../../shared/challenge.ts';
import type { FaceFinding } from '../engines/face/types.ts';
import type { VoiceFinding } from '../engines/voice/types.ts';

/** What the phone is told for each finding of an engine. */
const hintOf = {
  face: {
    'not-an-image': 'use-a-live-face',
    'too-many-frames': 'use-a-live-face',
    'too-few-frames': 'hold-still',
    'no-face': 'look-straight',
    'two-faces': 'one-face-only',
    'face-too-small': 'face-too-small',
    'too-dark': 'too-dark',
    'too-bright': 'too-bright',
    blurred: 'hold-still',
    'not-frontal': 'look-straight',
    'prompt-missed': 'prompt-missed',
    'no-prompt-seen': 'prompt-missed',
    'prompt-wrong-window': 'prompt-missed',
    'flat-picture': 'use-a-live-face',
    'lines-beside-face': 'use-a-live-face',
    'light-hardly-changed': 'prompt-missed',
    'light-unchanged': 'use-a-live-face',
    'too-few-unique-frames': 'use-a-live-face',
    'face-unsteady': 'hold-still',
    'face-changed': 'one-face-only',
    'face-unsure': 'face-not-matched',
    'other-face': 'face-not-matched',
    'sample-seen-before': 'use-a-live-face',
  },
  voice: {
    'not-a-recording': 'say-the-digits',
    'too-long': 'say-the-digits',
    'too-short': 'say-the-digits',
    'too-quiet': 'speak-louder',
    clipped: 'too-noisy',
    'too-noisy': 'too-noisy',
    'narrow-band': 'too-noisy',
    'unclear-digits': 'say-the-digits',
    'wrong-digits': 'say-the-digits',
    'other-voice': 'voice-not-matched',
    'uncertain-voice': 'voice-not-matched',
    'replayed-enrolment': 'voice-not-matched',
    'sample-seen-before': 'voice-not-matched',
    'inconsistent-rounds': 'say-the-digits',
  },
} as const satisfies { face: Record<FaceFinding, RetryHint>; voice: Record<VoiceFinding, RetryHint> };

/** The hints for what was found, each once. There are never more than a verdict may carry. */
export function hintsOf(findings: {
  face?: readonly FaceFinding[];
  voice?: readonly VoiceFinding[];
}): RetryHint[] {
  const hints = new Set<RetryHint>();
  for (const finding of findings.face ?? []) hints.add(hintOf.face[finding]);
  for (const finding of findings.voice ?? []) hints.add(hintOf.voice[finding]);
  return [...hints].slice(0, 8);
}
