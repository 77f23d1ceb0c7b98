import { type SealedKind, sealedKinds } from './challenge.ts';
import type { Level } from './levels.ts';
import { limits } from './limits.ts';

export const ceremonyNames = ['apply', 'verify'] as const;
export type Ceremony = (typeof ceremonyNames)[number];

/** All that phone, BFF and authority must know of a ceremony to carry it through: they read it here and branch on no name. */
export interface CeremonyRules {
  /** Who takes part beside the holder, by role. A `counter` asks, with a scene; any other proves itself by a key of its own. */
  parties: readonly string[];
  /** Whose device captures, seals and sends the samples: the `holder`'s, or that of one of the parties. */
  capturedBy: string;
  /** When face and voice are consented to: as the session is opened, or with each challenge. */
  consent: 'at-opening' | 'with-challenge';
  /** The level of the credential that is shown, or brought: the one that the counter's scene names, or always the same. */
  level: 'of-scene' | Level;
  /** By what the authority knows whose face it is to see. */
  personBy: 'credential' | 'identity';
  /** The samples of a challenge, and when it may ask for each. A platform may take the `face` in the phone's place. */
  samples: Readonly<Partial<Record<SealedKind, 'always' | 'with-consent' | 'where-brought'>>>;
  /** What is spoken: so many digits drawn at random, or all ten of them in so many rounds. */
  digits: { kind: 'drawn'; count: number } | { kind: 'enrolment'; rounds: number };
  /** Milliseconds that a challenge lives where the phone takes the face. */
  challengeLifetime: number;
  /** What a pass is for: a result that an RP reads, or a credential. */
  passBrings: 'result' | 'credential';
}

export const ceremonies = {
  verify: {
    parties: ['counter'],
    capturedBy: 'holder',
    consent: 'with-challenge',
    level: 'of-scene',
    personBy: 'credential',
    samples: { face: 'always', voice: 'with-consent' },
    digits: { kind: 'drawn', count: 6 },
    challengeLifetime: limits.challengeLifetime,
    passBrings: 'result',
  },
  apply: {
    parties: [],
    capturedBy: 'holder',
    consent: 'at-opening',
    level: 'basic',
    personBy: 'identity',
    samples: { identity: 'always', 'id-photo': 'where-brought', face: 'always', voice: 'with-consent' },
    digits: { kind: 'enrolment', rounds: 3 },
    challengeLifetime: limits.applyChallengeLifetime,
    passBrings: 'credential',
  },
} as const satisfies Record<Ceremony, CeremonyRules>;

/** The rules of a ceremony that came by its name. @throws RangeError where there is none of that name */
export function rulesOf(name: string): CeremonyRules {
  const known = ceremonyNames.find((ceremony) => ceremony === name);
  if (known === undefined) throw new RangeError('no such ceremony');
  return ceremonies[known];
}

/** What a challenge may ask for, in the order of its samples, under what the holder agreed to and brings. */
export function samplesOf(
  { samples }: Pick<CeremonyRules, 'samples'>,
  agreed: { voice: boolean; idPhoto: boolean },
): SealedKind[] {
  return sealedKinds.filter((kind) => {
    switch (samples[kind]) {
      case 'always':
        return true;
      case 'with-consent':
        return agreed.voice;
      case 'where-brought':
        return agreed.idPhoto;
      case undefined:
        return false;
    }
  });
}
