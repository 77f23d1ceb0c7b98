import type { CeremonyRules } from './ceremony-rules.ts';
import type { ConsentForm } from './consent/consent-forms.ts';
import * as limits from './limits.ts';

export const ceremonyNames = [
  'apply',
  'verify',
  'move',
  'protect',
  'peer',
  'raise',
  'assist',
  'family',
  'ward',
  'revoke',
] as const;
export type Ceremony = (typeof ceremonyNames)[number];

const checkTexts = {
  passed: { zh: '通过', en: 'Passed' },
  afterPass: { zh: '柜台已收到结果，请收好手机。', en: 'The counter has the result. You are done.' },
  again: { zh: '扫新的二维码', en: 'Scan a new code' },
} as const satisfies CeremonyRules['texts'];

/** At an acceptance point, between an officer and somebody with a phone or without one. */
const atPoint = {
  parties: ['counter', 'officer'],
  officer: 'point',
  consent: 'with-challenge',
  level: 'of-scene',
  digits: { kind: 'drawn', count: 6 },
  challengeLifetime: limits.raiseChallengeLifetime,
  challengedLifetime: limits.raiseChallengedLifetime,
  beginsWith: 'scan',
  endsAt: 'result',
} as const satisfies Partial<CeremonyRules>;

export const ceremonies = {
  verify: {
    parties: ['counter'],
    capturedBy: 'holder',
    consent: 'with-challenge',
    level: 'of-scene',
    personBy: 'credential',
    shownIn: ['active', 'card-reported-lost'],
    samples: { face: 'always', voice: 'with-consent' },
    digits: { kind: 'drawn', count: 6 },
    challengeLifetime: limits.challengeLifetime,
    challengedLifetime: limits.challengedLifetime,
    passBrings: 'result',
    beginsWith: 'scan',
    endsAt: 'result',
    texts: checkTexts,
  },
  apply: {
    parties: [],
    capturedBy: 'holder',
    consent: 'at-opening',
    consentText: 'apply',
    level: 'basic',
    personBy: 'identity',
    shownIn: [],
    samples: { identity: 'always', 'id-photo': 'where-brought', face: 'always', voice: 'with-consent' },
    digits: { kind: 'enrolment', rounds: 3 },
    challengeLifetime: limits.applyChallengeLifetime,
    challengedLifetime: limits.challengedLifetime,
    passBrings: 'credential',
    beginsWith: 'apply',
    endsAt: 'result',
    texts: {
      passed: { zh: '网证已签发到这部手机', en: 'The credential is on this phone' },
      afterPass: { zh: '现在可以扫柜台的二维码了。', en: 'Now you can scan the code at a counter.' },
      again: { zh: '重新申请', en: 'Apply again' },
    },
  },
  move: {
    parties: [],
    capturedBy: 'holder',
    consent: 'at-opening',
    consentText: 'move',
    level: 'basic',
    personBy: 'credential',
    shownIn: ['unusable'],
    samples: { identity: 'always', face: 'always', voice: 'with-consent' },
    digits: { kind: 'drawn', count: 6 },
    challengeLifetime: limits.challengeLifetime,
    challengedLifetime: limits.challengedLifetime,
    passBrings: 'credential',
    beginsWith: 'move',
    endsAt: 'result',
    texts: {
      passed: { zh: '网证已迁到这部手机', en: 'The credential is on this phone' },
      afterPass: { zh: '现在可以扫柜台的二维码了。', en: 'Now you can scan the code at a counter.' },
      again: { zh: '重新迁移', en: 'Try again' },
    },
  },
  protect: {
    parties: [],
    capturedBy: 'holder',
    consent: 'at-opening',
    consentText: 'protect',
    level: 'of-credential',
    personBy: 'credential',
    shownIn: ['frozen', 'card-reported-lost'],
    voiceOfStrict: true,
    samples: { face: 'always', voice: 'with-consent' },
    digits: { kind: 'drawn', count: 6 },
    challengeLifetime: limits.challengeLifetime,
    challengedLifetime: limits.challengedLifetime,
    passBrings: 'result',
    beginsWith: 'protect',
    endsAt: 'result',
    texts: {
      passed: { zh: '已办好', en: 'Done' },
      afterPass: { zh: '网证可以照常使用了。', en: 'Your credential works as before.' },
      again: { zh: '重新办理', en: 'Try again' },
    },
  },
  peer: {
    parties: [],
    capturedBy: 'holder',
    consent: 'with-challenge',
    consentText: 'meet',
    asksFor: { scene: 'peer', purpose: 'meet' },
    level: 'basic',
    personBy: 'credential',
    shownIn: ['active', 'card-reported-lost'],
    samples: { face: 'always', voice: 'with-consent' },
    digits: { kind: 'drawn', count: 6 },
    challengeLifetime: limits.challengeLifetime,
    challengedLifetime: limits.challengedLifetime,
    passBrings: 'result',
    beginsWith: 'meet',
    endsAt: 'meet',
    texts: {
      passed: { zh: '已确认是您本人', en: 'You are confirmed' },
      afterPass: { zh: '请等对方完成。', en: 'Wait until the other person has finished.' },
      again: { zh: '重新互相确认', en: 'Confirm each other again' },
    },
  },
  raise: {
    ...atPoint,
    capturedBy: 'holder',
    consentText: 'raise',
    personBy: 'credential',
    // An officer who has seen card and face unfreezes too.
    shownIn: ['active', 'frozen'],
    samples: {
      face: 'unless-excepted',
      voice: 'with-consent',
      card: 'always',
      pin: 'where-wanted',
      'officer-decision': 'always',
    },
    broughtBy: { card: 'officer', pin: 'officer', 'officer-decision': 'officer' },
    digitsOfNewVoice: { kind: 'enrolment', rounds: 3 },
    passBrings: 'level',
    texts: {
      passed: { zh: '您的网证已升级为彩色', en: 'Your credential is now the coloured one' },
      afterPass: {
        zh: '现在可以用于政务窗口等更多地方。请收好身份证和手机。',
        en: 'It now works in more places, such as government windows. Take your card and your phone with you.',
      },
      again: { zh: '扫新的二维码', en: 'Scan a new code' },
    },
  },
  assist: {
    parties: ['counter', 'officer'],
    officer: 'attendant',
    capturedBy: 'officer',
    consent: 'with-challenge',
    consentText: 'assist',
    level: 'of-scene',
    personBy: 'card',
    shownIn: ['active'],
    samples: { voice: 'with-consent', card: 'always', pin: 'without-voice', 'officer-decision': 'always' },
    digits: { kind: 'drawn', count: 6 },
    challengeLifetime: limits.assistChallengeLifetime,
    challengedLifetime: limits.assistChallengedLifetime,
    passBrings: 'result',
    beginsWith: 'scan',
    endsAt: 'result',
    texts: checkTexts,
  },
  family: {
    ...atPoint,
    capturedBy: 'holder',
    personBy: 'credential',
    shownIn: ['active'],
    samples: {
      face: 'always',
      voice: 'with-consent',
      card: 'always',
      kin: 'always',
      'kin-face': 'of-grown',
      'officer-decision': 'always',
    },
    // The guardian's own card, then what shows the ward.
    broughtBy: { card: 'officer', kin: 'officer', 'kin-face': 'officer', 'officer-decision': 'officer' },
    passBrings: 'delegation',
    texts: {
      passed: { zh: '亲属关系已绑定', en: 'You now answer for this family member' },
      afterPass: {
        zh: '在“家人”里可以查看、续期和解除。请收好证件和手机。',
        en: 'See, renew or end it under “Family”. Take your papers and your phone with you.',
      },
      again: { zh: '扫新的二维码', en: 'Scan a new code' },
    },
  },
  ward: {
    parties: ['counter', 'terminal'],
    capturedBy: 'holder',
    consent: 'with-challenge',
    consentText: 'ward-afar',
    level: 'of-scene',
    personBy: 'credential',
    // A report is about the card, which shows no ward; the bar to strict scenes is the level's.
    shownIn: ['active', 'card-reported-lost'],
    samples: { face: 'always' },
    broughtBy: { face: 'terminal' },
    digits: { kind: 'drawn', count: 6 },
    challengeLifetime: limits.challengeLifetime,
    challengedLifetime: limits.challengedLifetime,
    passBrings: 'result',
    beginsWith: 'scan',
    endsAt: 'result',
    texts: checkTexts,
  },
  revoke: {
    ...atPoint,
    capturedBy: 'officer',
    personBy: 'card',
    shownIn: [],
    samples: { card: 'always', 'officer-decision': 'always' },
    passBrings: 'revocation',
    texts: checkTexts,
  },
} as const satisfies Record<Ceremony, CeremonyRules>;

/** In which words a ceremony asks for consent. */
export function consentFormOf({ consentText = 'check' }: Pick<CeremonyRules, 'consentText'>): ConsentForm {
  return consentText;
}

/** The rules of a ceremony that came by its name. @throws RangeError where there is none of that name */
export function rulesOf(name: string): CeremonyRules {
  const known = ceremonyNames.find((ceremony) => ceremony === name);
  if (known === undefined) throw new RangeError('no such ceremony');
  return ceremonies[known];
}
