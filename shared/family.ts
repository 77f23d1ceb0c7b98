import type { Text } from './text.ts';

/** Who the ward is to the guardian. */
export const relationTexts = {
  child: { zh: '孩子', en: 'Child' },
  parent: { zh: '父母', en: 'Parent' },
  spouse: { zh: '配偶', en: 'Spouse' },
  other: { zh: '其他家人', en: 'Other family' },
} as const satisfies Record<string, Text>;
export type Relation = keyof typeof relationTexts;
export const relations = Object.keys(relationTexts).filter((word): word is Relation => word in relationTexts);

/**
 * Under which rules a guardian answers: each use of a child under 14 needs the guardian's consent, from 14 on the guardian hears of it, and an
 * adult has consented at a desk.
 */
export const wardForms = ['under-14', 'under-18', 'adult'] as const;
export type WardForm = (typeof wardForms)[number];

/** The form at that age, whole years by China's calendar. */
export function wardFormAt(age: number): WardForm {
  if (age < 14) return 'under-14';
  return age < 18 ? 'under-18' : 'adult';
}

/** From this age on a ward is known by the ID card and the own face, before by documents. */
export const ownFaceFrom = 16;

/** By what a ward is shown at a desk. */
export const kinDocumentTexts = {
  card: { zh: '居民身份证', en: 'ID card' },
  household: { zh: '户口簿', en: 'Household register' },
  birth: { zh: '出生医学证明', en: 'Birth certificate' },
} as const satisfies Record<string, Text>;
export type KinDocument = keyof typeof kinDocumentTexts;
export const kinDocuments = Object.keys(kinDocumentTexts).filter(
  (word): word is KinDocument => word in kinDocumentTexts,
);

/** Whether a guardian who is elsewhere is asked each time, or hears of it. */
export const wardAsks = ['each-time', 'tell'] as const;
export type WardAsk = (typeof wardAsks)[number];

/** As far as a delegation stands. `rests`: the guardian's own credential cannot be used. */
export const delegationStates = ['active', 'rests', 'ended'] as const;
export type DelegationState = (typeof delegationStates)[number];
