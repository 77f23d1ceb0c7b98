import { type Static, Type } from 'typebox';
import { retryHints } from '../../challenge.ts';
import { idPattern } from '../../ids.ts';
import { limits } from '../../limits.ts';
import { Base64urlSchema, type Call, CompactSchema, exact, LevelSchema, oneOf } from '../schema.ts';

/** Claims of a verdict (JWS ES256, typ `lz-verdict+jwt`). `retry` is no decision: a new challenge may follow. */
export const VerdictClaims = exact({
  iss: Type.String(),
  /** The id of the BFF. */
  aud: Type.String(),
  iat: Type.Integer(),
  sandbox: Type.Boolean(),
  challengeId: Type.String({ pattern: idPattern.chl }),
  sessionId: Type.String(),
  nonce: Base64urlSchema(43, 43),
  outcome: oneOf(['pass', 'fail', 'retry']),
  level: LevelSchema,
  /** For the phone only. */
  hints: Type.Array(oneOf(retryHints), { maxItems: 8 }),
  /** The new credential, where the ceremony brings one and the outcome is pass. */
  credential: Type.Optional(Type.String({ pattern: idPattern.crd })),
});
export type VerdictClaims = Static<typeof VerdictClaims>;

export const authorityVerdictCall = {
  method: 'GET',
  path: '/v1/challenges/:challengeId/verdict',
  summary: 'Waits up to `wait` seconds; 204 where there is no verdict yet. A verdict can be read again.',
  params: exact({ challengeId: Type.String({ pattern: idPattern.chl }) }),
  query: exact({ wait: Type.Optional(Type.Integer({ minimum: 0, maximum: limits.longPollSeconds })) }),
  status: 200,
  answer: exact({ verdict: CompactSchema }),
} as const satisfies Call;
