import { type Static, Type } from 'typebox';
import { ceremonyNames } from '../../ceremonies.ts';
import { facePrompts, faceTakers, sampleKinds } from '../../challenge.ts';
import { idPattern } from '../../ids.ts';
import { Base64urlSchema, type Call, CompactSchema, exact, LevelSchema, oneOf } from '../schema.ts';

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
  consent: exact({ face: Type.Literal(true), voice: Type.Boolean() }),
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
});
export type AuthorityChallengeBody = Static<typeof AuthorityChallengeBody>;

export const AuthorityChallengeAnswer = exact({ challenge: CompactSchema, keyList: CompactSchema });
export type AuthorityChallengeAnswer = Static<typeof AuthorityChallengeAnswer>;

/**
 * Refusals come as problem details with the codes who-asks-unknown, credential-void, credential-locked, application-rests or
 * level-too-low.
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
});
export type ChallengeClaims = Static<typeof ChallengeClaims>;
