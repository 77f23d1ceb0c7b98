import { type Static, Type } from 'typebox';
import { ceremonyNames } from '../../ceremonies.ts';
import { facePrompts, faceTakers, sampleKinds } from '../../challenge.ts';
import { idPattern } from '../../ids.ts';
import { ConsentShown } from '../attempt/03-challenge.ts';
import { Base64urlSchema, type Call, CompactSchema, exact, LevelSchema, oneOf } from '../schema.ts';

/** Who takes part beside holder and counter, by role: the RFC 7638 thumbprint of the key of each. */
const Parties = Type.Record(Type.String({ pattern: '^[a-z-]{1,32}$' }), Base64urlSchema(43, 43));

/** What the BFF tells the authority of a session. Fields that a ceremony does not have are empty strings. */
export const AuthorityChallengeBody = exact({
  ceremony: oneOf(ceremonyNames),
  sessionId: Type.String({ pattern: idPattern.ses }),
  /** Counts the challenges of the session from 1; asking again for the same one gives the same challenge. */
  attempt: Type.Integer({ minimum: 1, maximum: 10 }),
  /** Those before it that cost the holder no attempt: one that ran out and was spared, one of a phone that had to give way. */
  uncounted: Type.Optional(Type.Integer({ minimum: 1, maximum: 2 })),
  rpId: Type.String({ maxLength: 50 }),
  counterId: Type.String({ maxLength: 50 }),
  scene: Type.String({ maxLength: 20 }),
  level: LevelSchema,
  purpose: Type.String({ maxLength: 30 }),
  /** RFC 7638 thumbprint of the phone's device key. */
  deviceThumbprint: Base64urlSchema(43, 43),
  /** `face` wherever the ceremony takes one. `text`: the words that were read, where the BFF cannot know whose consent it is: by card. */
  consent: exact({ face: Type.Boolean(), voice: Type.Boolean(), text: Type.Optional(ConsentShown) }),
  /** The credential that is shown, where the ceremony knows the person by it. */
  credential: Type.Optional(Type.String({ pattern: idPattern.crd })),
  /**
   * Where the person is known by an identity alone: what stands for the holder, so that tries can be counted. It is a keyed hash of
   * the BFF's own, of no use to anybody else.
   */
  applicant: Type.Optional(Base64urlSchema(43, 43)),
  /** Whether the holder brings an ID photo, where the ceremony takes one. */
  idPhoto: Type.Optional(Type.Boolean()),
  /** Who is to take the face; the phone where absent. The authority may still ask the phone: the challenge says so. */
  faceBy: Type.Optional(oneOf(faceTakers)),
  /** What the device says of the key that its receipts are sealed to (JWS, typ `lz-receipt-key+jwt`); there is no receipt without it. */
  receiptKey: Type.Optional(CompactSchema),
  /**
   * Where a ward's face is looked at: what whoever takes it, the terminal or else the device, says of a key that is made for the ward's own copy of the
   * receipt (JWS, typ `lz-copy-key+jwt`).
   */
  copyKey: Type.Optional(CompactSchema),
  /** Who else takes part, by role. An officer is found by the key that opened the shift, which has to be one of this counter's point. */
  parties: Type.Optional(Parties),
  /** What the officer has excepted, which a second one has to bear out. */
  exception: Type.Optional(oneOf(['no-face'])),
  /** The holder wants to set a PIN, where the ceremony takes one. */
  pin: Type.Optional(Type.Literal(true)),
  /** Of a family: the officer says that the ward is old enough to be known by the own face. */
  grown: Type.Optional(Type.Literal(true)),
  /** Where the credential is a ward's: by which delegation, and the word of the guardian's device (JWS, typ `lz-guardian-word+jwt`). */
  delegation: Type.Optional(exact({ id: Type.String({ pattern: idPattern.del }), word: CompactSchema })),
});
export type AuthorityChallengeBody = Static<typeof AuthorityChallengeBody>;

export const AuthorityChallengeAnswer = exact({ challenge: CompactSchema, keyList: CompactSchema });
export type AuthorityChallengeAnswer = Static<typeof AuthorityChallengeAnswer>;

/**
 * Refusals come as problem details with the codes session-over, who-asks-unknown, credential-void, credential-locked, application-rests,
 * level-too-low, shift-over, officer-may-not, officer-cap-reached, receipt-key-refused, delegation-over, delegation-rests, delegation-scene,
 * guardian-word-refused or terminal-unknown.
 */
export const authorityChallengeCall = {
  method: 'POST',
  path: '/v1/challenges',
  summary: 'The authority issues a signed challenge.',
  body: AuthorityChallengeBody,
  status: 201,
  answer: AuthorityChallengeAnswer,
} as const satisfies Call;

/** Claims of a challenge (JWS ES256, typ `lz-challenge+jwt`, kid of a `sign` key of the key list). */
export const ChallengeClaims = exact({
  iss: Type.String(),
  iat: Type.Integer(),
  /** Seconds since the epoch, RFC 7519. */
  exp: Type.Integer(),
  sandbox: Type.Boolean(),
  challengeId: Type.String({ pattern: idPattern.chl }),
  nonce: Base64urlSchema(43, 43),
  ceremony: oneOf(ceremonyNames),
  sessionId: Type.String(),
  rpId: Type.String(),
  /** By the authority's own register. */
  rpName: Type.String(),
  counterId: Type.String(),
  scene: Type.String(),
  level: LevelSchema,
  purpose: Type.String(),
  deviceThumbprint: Base64urlSchema(43, 43),
  prompts: Type.Array(oneOf(facePrompts), { minItems: 2, maxItems: 2 }),
  /** To be spoken one after the other: drawn at random, or `0123456789` in rounds. */
  digits: Type.String({ pattern: '^[0-9]{6,30}$' }),
  samples: Type.Array(oneOf(sampleKinds), { minItems: 1 }),
  /** The key of the key list to which every sample is sealed. */
  sealKeyId: Type.String(),
  parties: Type.Optional(Parties),
});
export type ChallengeClaims = Static<typeof ChallengeClaims>;

/**
 * Claims of the same challenge as a party is told of it (JWS ES256, typ `lz-party-challenge+jwt`): what the party seals is bound to its own
 * key, which stands in the place of the phone's, and what the holder is to do is left out, but for a party that takes a face.
 */
export const PartyChallengeClaims = exact({
  ...Type.Omit(ChallengeClaims, ['prompts', 'digits', 'parties']).properties,
  role: Type.String({ pattern: '^[a-z-]{1,32}$' }),
  prompts: Type.Optional(Type.Array(oneOf(facePrompts), { minItems: 2, maxItems: 2 })),
});
export type PartyChallengeClaims = Static<typeof PartyChallengeClaims>;

/** 404 where the role takes no part. */
export const authorityPartyChallengeCall = {
  method: 'GET',
  path: '/v1/challenges/:challengeId/parties/:role',
  summary: 'The challenge as one of the parties is told of it, signed.',
  params: exact({
    challengeId: Type.String({ pattern: idPattern.chl }),
    role: Type.String({ pattern: '^[a-z-]{1,32}$' }),
  }),
  status: 200,
  answer: AuthorityChallengeAnswer,
} as const satisfies Call;
