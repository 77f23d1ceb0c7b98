import { type SealedKind, sealedKinds } from './challenge.ts';
import type { Level } from './levels.ts';
import { limits } from './limits.ts';
import type { Text } from './text.ts';

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
  /** Where the holder begins another one: before a counter's code, or with a form of its own. */
  beginsWith: 'scan' | 'apply';
  /** What the phone says of a pass, what can be done then, and how another one is begun. */
  texts: { passed: Text; afterPass: Text; again: Text };
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
    beginsWith: 'scan',
    texts: {
      passed: { zh: '通过', en: 'Passed' },
      afterPass: { zh: '柜台已收到结果，请收好手机。', en: 'The counter has the result. You are done.' },
      again: { zh: '扫新的二维码', en: 'Scan a new code' },
    },
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
    beginsWith: 'apply',
    texts: {
      passed: { zh: '网证已签发到这部手机', en: 'The credential is on this phone' },
      afterPass: { zh: '现在可以扫柜台的二维码了。', en: 'Now you can scan the code at a counter.' },
      again: { zh: '重新申请', en: 'Apply again' },
    },
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
  const asked = { always: true, 'with-consent': agreed.voice, 'where-brought': agreed.idPhoto };
  return sealedKinds.filter((kind) => {
    const when = samples[kind];
    return when !== undefined && asked[when];
  });
}
