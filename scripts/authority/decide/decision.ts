import type { IdPhotoHint, RetryHint } from '../../../shared/challenge.ts';
import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import type { CredentialHandle } from '../../../shared/ids.ts';
import type { Level } from '../../../shared/levels.ts';
import type { Finding, Template } from '../ports/engines.ts';
import type { Bound } from '../ports/family.ts';
import type { RaiseFound, SignedWord } from '../ports/officers.ts';
import type { PinHash } from '../ports/pins.ts';
import type { Credential, Person } from '../ports/store.ts';

export type Outcome = VerdictClaims['outcome'];

/** What a credential is made of that a pass brings. Nothing of another credential is in it: that one may have changed while the engines looked. */
export type Issue =
  /** The one that is shown is brought along. */
  | { by: 'move' }
  | {
      by: 'application';
      /** As it is issued to anybody. */
      credential: Credential;
      /** Where the register learns of one. */
      newPerson: Person | undefined;
      born?: string | undefined;
      /** The credential whose level it keeps, while that one is active. */
      renews?: CredentialHandle;
    };

/** What the engines and the register lead to, before attempts, locks and voided credentials are looked at. */
export interface Decision {
  outcome: Outcome;
  level: Level;
  hints: readonly RetryHint[];
  /** Whom it is about, where that is known. */
  person: string | undefined;
  /** A failure that is no fault of the person is counted against nobody. */
  blameless?: boolean;
  /** Another try is asked for, and what was found speaks against who stood there. */
  doubtful?: boolean;
  /** Name, number and face do not go together; which of them is told to nobody. */
  notMatched?: true;
  /** What must not be brought again; absent where no engine looked at it. */
  seenFace?: readonly string[];
  seenVoice?: { digests: readonly string[]; trace: Template | null };
  /** Where a pass brings one: of what it is made, in the write of the verdict, by what stands then. */
  issue?: Issue;
  /** Of a raise: who decided over which card. */
  raised?: RaiseFound;
  /** Of a raise: the voice in place of one that was taken back. */
  newVoice?: Template;
  /** Of a raise that passes or is to be reviewed: the PIN that its holder set. */
  setsPin?: PinHash;
  /** Of whom the authority knew by a card: the credential that they have, and who signed that they stand there. */
  byCard?: {
    credential: Credential | undefined;
    words: readonly SignedWord[];
    /** Of the PIN that was typed, where it was one. */
    pinSalt?: string | undefined;
  };
  /** Of a family: whom the guardian answers for, where nothing stands against it. */
  bound?: Bound;
  /** Of a family or a revocation: who signed what was not to be. */
  refusedTo?: readonly SignedWord[];
  /** Of a revocation that passes: whom nobody is to answer for any more, and who signed it. */
  revokes?: { ward: string; words: readonly SignedWord[] };
}

/**
 * The one outcome of an application whose name, number and face do not go together, whichever of them it is: another answer for each
 * would tell a stranger which name belongs to a number.
 */
export const notMatched = {
  outcome: 'retry',
  hints: ['identity-not-matched'],
  notMatched: true,
} as const satisfies Pick<Decision, 'outcome' | 'hints' | 'notMatched'>;

/** What each finding does to an attempt, and what the phone is told. */
const meanings = {
  'face-unreadable': ['retry', 'pictures-damaged'],
  'face-not-found': ['retry', 'look-straight'],
  'several-faces': ['retry', 'one-face-only'],
  'face-not-frontal': ['retry', 'look-straight'],
  'face-too-small': ['retry', 'face-too-small'],
  'face-too-dark': ['retry', 'too-dark'],
  'face-too-bright': ['retry', 'too-bright'],
  'face-unsteady': ['retry', 'hold-still'],
  'prompt-unclear': ['retry', 'prompt-missed'],
  'turned-other-way': ['retry', 'other-side'],
  'prompt-not-followed': ['fail', 'prompt-missed'],
  'attack-suspected': ['retry', 'use-a-live-face'],
  'attack-detected': ['fail', 'use-a-live-face'],
  'person-changed': ['fail', 'one-face-only'],
  'face-uncertain': ['retry', 'face-not-matched'],
  'other-face': ['fail', 'face-not-matched'],
  'face-replayed': ['fail', 'use-a-live-face'],
  'voice-unreadable': ['retry', 'recording-unreadable'],
  'voice-too-quiet': ['retry', 'speak-louder'],
  'voice-too-noisy': ['retry', 'too-noisy'],
  'voice-clipped': ['retry', 'less-loud'],
  'voice-narrow-band': ['retry', 'headset-off'],
  'digits-unclear': ['retry', 'say-the-digits'],
  'digits-wrong': ['fail', 'say-the-digits'],
  'zero-read-otherwise': ['retry', 'say-ling'],
  'one-read-otherwise': ['retry', 'say-yi'],
  'two-read-otherwise': ['retry', 'say-er'],
  'voice-uncertain': ['retry', 'voice-not-matched'],
  'other-voice': ['fail', 'voice-not-matched'],
  'voice-replayed': ['fail', 'voice-not-matched'],
  // No other attempt can help: the register's photo is no affair of the person, and who was enrolled by another engine enrols again.
  'register-photo-unusable': ['fail', 'register-photo-unusable'],
  'template-of-another-engine': ['fail', undefined],
} as const satisfies Record<Finding, readonly ['fail' | 'retry', RetryHint | undefined]>;

/** Findings in which the person has no part. */
const notOfThePerson: readonly Finding[] = ['register-photo-unusable', 'template-of-another-engine'];

/**
 * What recorders, headsets and rooms do, and how one is used to reading a digit: nothing of it speaks against the person. It never
 * passes, and where nothing else was found it counts as no failure.
 */
const blamelessOnes: readonly Finding[] = [
  'voice-unreadable',
  'voice-too-quiet',
  'voice-too-noisy',
  'voice-clipped',
  'voice-narrow-band',
  'zero-read-otherwise',
  'one-read-otherwise',
  'two-read-otherwise',
];

/** What borderline impostors and pictures show: whoever leaves after it has tried all the same. */
const doubts: readonly Finding[] = ['attack-suspected', 'face-uncertain', 'voice-uncertain'];

/** What is wrong with an ID photo that the applicant attached. Whatever an engine finds is the photo's fault, and another try. */
const photoMeanings: { [finding in Finding]?: IdPhotoHint } = {
  'face-unreadable': 'id-photo-unreadable',
  'face-not-found': 'id-photo-one-face',
  'several-faces': 'id-photo-one-face',
  'face-not-frontal': 'id-photo-one-face',
  'face-too-small': 'id-photo-face-small',
  'face-too-dark': 'id-photo-too-dark',
  'face-too-bright': 'id-photo-too-bright',
  'face-unsteady': 'id-photo-blurred',
};

/** The hints for what was found on an attached ID photo, each once. */
export function idPhotoHintsOf(findings: readonly Finding[]): IdPhotoHint[] {
  return [...new Set(findings.map((finding) => photoMeanings[finding] ?? 'id-photo-unreadable'))];
}

/** The heaviest outcome among the findings, of face and voice alike: a voice can only lower what the face has reached. */
export function outcomeOf(findings: readonly Finding[]): Outcome {
  if (findings.length === 0) return 'pass';
  return findings.some((finding) => meanings[finding][0] === 'fail') ? 'fail' : 'retry';
}

/** The hints for what was found, each once. */
export function hintsOf(findings: readonly Finding[]): RetryHint[] {
  const hints = findings.map((finding) => meanings[finding][1]).filter((hint) => hint !== undefined);
  return [...new Set(hints)];
}

/** What the findings lead to. */
export function decisionOf(
  findings: readonly Finding[],
  about: Omit<Decision, 'outcome' | 'hints' | 'blameless' | 'doubtful'>,
): Decision {
  return {
    ...about,
    outcome: outcomeOf(findings),
    hints: hintsOf(findings),
    blameless:
      findings.some((finding) => notOfThePerson.includes(finding)) ||
      (findings.length > 0 && findings.every((finding) => blamelessOnes.includes(finding))),
    doubtful: findings.some((finding) => doubts.includes(finding)),
  };
}
