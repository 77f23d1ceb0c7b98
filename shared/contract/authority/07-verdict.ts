import { type Static, Type } from 'typebox';
import { retryHints } from '../../challenge.ts';
import { idPattern } from '../../ids.ts';
import * as limits from '../../limits.ts';
import { DelegationIdSchema, DelegationTerms } from '../family/terms.ts';
import {
  Base64urlSchema,
  type Call,
  CompactSchema,
  exact,
  LevelSchema,
  oneOf,
  TimeSchema,
} from '../schema.ts';
import { ReceiptForPhone, SealedReceipts } from './receipts.ts';

/**
 * Claims of a verdict (JWS ES256, typ `lz-verdict+jwt`). `retry` is no decision: a new challenge may follow. `review`: somebody else looks
 * at the case; what becomes of it comes with the list of credentials.
 */
export const VerdictClaims = exact({
  iss: Type.String(),
  /** The id of the BFF. */
  aud: Type.String(),
  iat: Type.Integer(),
  sandbox: Type.Boolean(),
  challengeId: Type.String({ pattern: idPattern.chl }),
  sessionId: Type.String(),
  nonce: Base64urlSchema(43, 43),
  outcome: oneOf(['pass', 'fail', 'retry', 'review']),
  level: LevelSchema,
  /** For the phone only. */
  hints: Type.Array(oneOf(retryHints), { maxItems: retryHints.length }),
  /** Of a pass: the new credential, where the ceremony brings one, or that of whom the authority knew by a card. */
  credential: Type.Optional(Type.String({ pattern: idPattern.crd })),
  /** When `strict` comes to that credential by itself, epoch milliseconds, where it comes later. */
  strictFrom: Type.Optional(TimeSchema),
  /** When that credential ends with the validity of the ID card, epoch milliseconds; absent where the card has no end. */
  endsAt: Type.Optional(TimeSchema),
  /** When the report of a lost card ends that runs on for that credential, epoch milliseconds. */
  cardReportEnds: Type.Optional(TimeSchema),
  /** Such a report ran, and is over: the application came with another card. */
  cardReportEnded: Type.Optional(Type.Literal(true)),
  /** By what the guardian answers from now on, where the ceremony brings that; `credential` is the ward's then. */
  delegation: Type.Optional(DelegationTerms),
  /** Which delegations ended by it, where a ward has revoked them. */
  ended: Type.Optional(Type.Array(DelegationIdSchema)),
});
export type VerdictClaims = Static<typeof VerdictClaims>;

export const VerdictAnswer = exact({
  verdict: CompactSchema,
  /** Of a decision on a challenge that came with a receipt key; never of a retry. */
  receipts: Type.Optional(SealedReceipts),
  /** Of a pass by card, where the phone that has the credential has stated a key. */
  ...Type.Partial(ReceiptForPhone).properties,
});
export type VerdictAnswer = Static<typeof VerdictAnswer>;

/** A verdict whose signature was checked, with the receipts that came along: sealed, and of the authority by its word alone. */
export const ReadVerdict = exact({
  ...VerdictClaims.properties,
  receipts: Type.Optional(SealedReceipts),
  ...Type.Partial(ReceiptForPhone).properties,
});
export type ReadVerdict = Static<typeof ReadVerdict>;

export const authorityVerdictCall = {
  method: 'GET',
  path: '/v1/challenges/:challengeId/verdict',
  summary: 'Waits up to `wait` seconds; 204 where there is no verdict yet. A verdict can be read again.',
  params: exact({ challengeId: Type.String({ pattern: idPattern.chl }) }),
  query: exact({ wait: Type.Optional(Type.Integer({ minimum: 0, maximum: limits.longPollSeconds })) }),
  status: 200,
  answer: VerdictAnswer,
} as const satisfies Call;
