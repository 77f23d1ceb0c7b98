import { type Static, Type } from 'typebox';
import { facePlatforms } from '../../challenge.ts';
import { consentForms, consentSubjects } from '../../consent/consent-forms.ts';
import { idPattern } from '../../ids.ts';
import * as limits from '../../limits.ts';
import { About } from '../about.ts';
import { Base64urlSchema, type Call, exact, oneOf, TimeSchema } from '../schema.ts';

/**
 * Which words were shown: their SHA-256, as it was recorded with the consent, and the words themselves in the language in which they were read, be they of today or
 * earlier. Absent where nothing of them is known. `current`: nobody has to be asked anew.
 */
export const ConsentWording = exact({
  form: oneOf(consentForms),
  version: Type.String(),
  hash: Type.Optional(Base64urlSchema(43, 43)),
  title: Type.Optional(Type.String()),
  words: Type.Optional(Type.String()),
  current: Type.Boolean(),
});

/** Who answers for what is done with it. */
export const ConsentController = exact({
  role: oneOf(['authority', 'operator']),
  name: About.properties.operator,
  contact: Type.String(),
});

/** What a consent is for. Every one of ours is explicit, and for the person's own check. */
export const ConsentPurpose = exact({
  purpose: oneOf(['enrolment', 'identity-check']),
  type: Type.Literal('explicit'),
  category: Type.Literal('proving-who-one-is'),
  /** Until when it counts by itself: the sample is deleted once it was decided by, the reference with the credential. */
  termination: oneOf(['with-the-credential', 'with-the-check']),
  /** Who else gets it: the platform, where it takes the face. */
  thirdParties: Type.Array(oneOf(facePlatforms)),
});

/** `over`: with what it was for. */
export const consentEnds = ['withdrawn', 'replaced', 'over'] as const;
export const ConsentEnd = exact({ at: TimeSchema, by: oneOf(consentEnds) });

/**
 * A consent receipt, with the fields of ISO/IEC TS 27560 (and of Kantara's consent receipt 1.1, whose names they have): what was agreed to,
 * in which words, when, how, for what, and to whom. It names nobody: it is given to the phone of who agreed, and to nobody else.
 */
export const ConsentReceipt = exact({
  /** Of this form. */
  version: Type.Literal('LZ-CONSENT/1'),
  receiptId: Type.String({ pattern: idPattern.cns }),
  /** ISO 3166-1. */
  jurisdiction: Type.Literal('CN'),
  /** RFC 3339: the moment; of what was agreed to before a counter the date in China alone, so that it leads to no check. */
  timestamp: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+Z)?$' }),
  collectionMethod: oneOf(['ticked-on-the-phone', 'agreed-on-the-phone-in-a-check']),
  language: oneOf(['zh', 'en']),
  text: ConsentWording,
  /** What is consented to. */
  subject: oneOf(consentSubjects),
  controllers: Type.Array(ConsentController),
  policyUrl: Type.String(),
  purposes: Type.Array(ConsentPurpose),
  /** Biometric: sensitive by PIPL article 28. */
  sensitive: Type.Literal(true),
  /** When it ended and how; absent while it stands. */
  ended: Type.Optional(ConsentEnd),
});
export type ConsentReceipt = Static<typeof ConsentReceipt>;

/** The newest first; those that ended up to three years ago too. */
export const ConsentsAnswer = exact({
  consents: Type.Array(ConsentReceipt, { maxItems: limits.consentsListed }),
  serverTime: TimeSchema,
});
export type ConsentsAnswer = Static<typeof ConsentsAnswer>;

export const readConsentsCall = {
  method: 'GET',
  path: '/holder/v1/consents',
  summary: 'What this holder agreed to, each as a receipt.',
  status: 200,
  answer: ConsentsAnswer,
} as const satisfies Call;

export const WithdrawBody = exact({ subject: oneOf(consentSubjects) });
export type WithdrawBody = Static<typeof WithdrawBody>;

/** From any login, without a face; twice is once. Checks in flight that use it end as declined, so that the counter offers the staffed way. */
export const withdrawConsentCall = {
  method: 'POST',
  path: '/holder/v1/consents/withdrawals',
  summary:
    'Withdraws consent at once. Of the face: the authority deletes all references, and the credential is void. Of the voice: it deletes that one, and the credential lives on by the face.',
  body: WithdrawBody,
  status: 200,
  answer: ConsentsAnswer,
} as const satisfies Call;
