import { type Static, Type } from 'typebox';
import { sampleKinds } from '../../challenge.ts';
import { idPattern } from '../../ids.ts';
import { Base64urlSchema, type Call, CompactSchema, exact, oneOf } from '../schema.ts';

const params = exact({ challengeId: Type.String({ pattern: idPattern.chl }) });
const Secret = Type.String({ minLength: 1, maxLength: 1024, pattern: '^[\\x21-\\x7e]+$' });

/**
 * WeChat: the access token is the mini-program's; the authority uses it for this call and keeps neither. Alipay: nothing is
 * lent, as the authority has a key of its own there.
 */
export const AuthorityFaceBeginBody = Type.Union([
  exact({
    platform: oneOf(['wechat']),
    /** The holder's own id at the platform, from a login code that was redeemed for this call. */
    openId: Type.String({ minLength: 1, maxLength: 128, pattern: '^[\\x21-\\x7e]+$' }),
    accessToken: Secret,
  }),
  exact({ platform: oneOf(['alipay']) }),
]);
export type AuthorityFaceBeginBody = Static<typeof AuthorityFaceBeginBody>;

/** `begun` is absent where there is nothing to show: the sample has come already, as `awaited` says. */
export const AuthorityFaceBeginAnswer = exact({
  begun: Type.Optional(CompactSchema),
  awaited: Type.Array(oneOf(sampleKinds)),
});
export type AuthorityFaceBeginAnswer = Static<typeof AuthorityFaceBeginAnswer>;

/**
 * Claims of `begun` (JWS ES256, typ `lz-platform-face+jwt`, kid of a `sign` key of the key list): that the platform's page
 * belongs to this challenge, and so to what its holder agreed to.
 */
export const BegunFaceClaims = exact({
  iss: Type.String(),
  iat: Type.Integer(),
  sandbox: Type.Boolean(),
  challengeId: Type.String({ pattern: idPattern.chl }),
  nonce: Base64urlSchema(43, 43),
  /** What the platform's page is opened with; 256 characters at most at WeChat. */
  verifyId: Type.String({ minLength: 1, maxLength: 256 }),
  /** Alipay only: the signed address of its page. */
  url: Type.Optional(Type.String({ maxLength: 4096 })),
});
export type BegunFaceClaims = Static<typeof BegunFaceClaims>;

/**
 * Asks the platform for a face of the person that the authority knows. Refusals come as problem details with the codes
 * sample-not-awaited, step-out-of-order (apply: the identity has not come), challenge-expired, platform-tries-over or
 * platform-unavailable.
 */
export const authorityFaceBeginCall = {
  method: 'POST',
  path: '/v1/challenges/:challengeId/platform-face',
  summary: 'The authority gives name and number to the platform and gets what its page is opened with.',
  params,
  body: AuthorityFaceBeginBody,
  status: 201,
  answer: AuthorityFaceBeginAnswer,
} as const satisfies Call;

export const AuthorityFaceEndBody = exact({ accessToken: Type.Optional(Secret) });
export type AuthorityFaceEndBody = Static<typeof AuthorityFaceEndBody>;

/** `platform-face` among the awaited: the person left the page undecided, and it may be begun again. */
export const AuthorityFaceEndAnswer = exact({ awaited: Type.Array(oneOf(sampleKinds)) });
export type AuthorityFaceEndAnswer = Static<typeof AuthorityFaceEndAnswer>;

/** Refusals: sample-not-awaited, step-out-of-order (nothing was begun), challenge-expired, platform-tries-over, platform-unavailable. */
export const authorityFaceEndCall = {
  method: 'POST',
  path: '/v1/challenges/:challengeId/platform-face/end',
  summary: 'The page was closed: the authority asks the platform how it ended.',
  params,
  body: AuthorityFaceEndBody,
  status: 200,
  answer: AuthorityFaceEndAnswer,
} as const satisfies Call;
