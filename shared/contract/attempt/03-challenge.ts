import { type Static, Type } from 'typebox';
import { idPattern } from '../../ids.ts';
import { HolderView } from '../holder-view.ts';
import { Base64urlSchema, type Call, CompactSchema, exact, oneOf, SessionIdSchema } from '../schema.ts';

/** In which words consent was asked: their version, and the language. */
export const ConsentShown = exact({
  version: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.[A-Za-z0-9_-]{8})?$' }),
  language: oneOf(['zh', 'en']),
});
export type ConsentShown = Static<typeof ConsentShown>;

/**
 * Consent to face and to voice, asked apart, and the words in which it was asked: their version, and the language. Without the face only
 * the staffed way is open.
 */
export const StatedConsent = exact({
  face: Type.Boolean(),
  voice: Type.Boolean(),
  text: ConsentShown,
});
export type StatedConsent = Static<typeof StatedConsent>;
/** What is chosen, whatever the words. */
export type Consent = Pick<StatedConsent, 'face' | 'voice'>;

/** 128 random bits that the phone has chosen: whoever knows them may fetch the receipt, which tells nothing to anybody else. */
export const LocatorSchema = Base64urlSchema(22, 22);

/** Where the receipt of the session is to be kept, and what the device says of the key to seal it to. */
export const ReceiptWanted = exact({ locator: LocatorSchema, key: CompactSchema });
export type ReceiptWanted = Static<typeof ReceiptWanted>;

/** For whom a guardian acts, and the word of the guardian's device that this check may be made. */
export const ForWard = exact({ delegationId: Type.String({ pattern: idPattern.del }), word: CompactSchema });

/**
 * Asking for a challenge is the holder's agreement. `consent` is brought where the ceremony asks for it here, and left out where
 * it was given when the session was opened. `idPhoto`: whether the holder brings an ID photo; told where the ceremony takes one, and
 * left out where it does not. `receipt`: where the phone keeps receipts.
 */
export const ChallengeBody = exact({
  consent: Type.Optional(StatedConsent),
  idPhoto: Type.Optional(Type.Boolean()),
  receipt: Type.Optional(ReceiptWanted),
  /** Where this phone takes a ward's face: where the ward's own copy is to be kept, by a key that is made for it (JWS, typ `lz-copy-key+jwt`). */
  copy: Type.Optional(ReceiptWanted),
  /** Where the holder acts for a ward: by which delegation, and the word of this device (JWS, typ `lz-guardian-word+jwt`). */
  ward: Type.Optional(ForWard),
});
export type ChallengeBody = Static<typeof ChallengeBody>;

/** Both are signed by the authority: the phone checks them against its pinned root and trusts nothing else in this answer. */
export const ChallengeAnswer = exact({
  challenge: CompactSchema,
  keyList: CompactSchema,
  session: HolderView,
});
export type ChallengeAnswer = Static<typeof ChallengeAnswer>;

export const challengeCall = {
  method: 'POST',
  path: '/holder/v1/sessions/:sessionId/challenge',
  summary: 'The holder agrees; the authority issues a challenge of its own for this attempt.',
  params: exact({ sessionId: SessionIdSchema }),
  body: ChallengeBody,
  status: 201,
  answer: ChallengeAnswer,
  creates: true,
} as const satisfies Call;
