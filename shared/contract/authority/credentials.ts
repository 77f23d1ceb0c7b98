import { type Static, Type } from 'typebox';
import { credentialStates } from '../../credentials.ts';
import { idPattern } from '../../ids.ts';
import * as limits from '../../limits.ts';
import { type Call, exact, LevelSchema, oneOf, TimeSchema } from '../schema.ts';

const Handle = Type.String({ pattern: idPattern.crd });
/** Where a list was read to. Made by the authority, and read by nobody else. */
const Cursor = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' });

const ListedCredential = exact({
  handle: Handle,
  state: oneOf(credentialStates),
  level: LevelSchema,
  /** When `strict` comes to it by itself. */
  strictFrom: Type.Optional(TimeSchema),
  /** Its raise waits for another officer. */
  inReview: Type.Optional(Type.Literal(true)),
  /** When it ends with its card; never where that is for life. */
  endsAt: Type.Optional(TimeSchema),
  /** When it was issued. */
  since: TimeSchema,
});

/** Of a credential nothing but its opaque handle, its state and level, what its level waits for, when it was issued and when it ends: nothing of the person. */
export const CredentialPage = exact({
  credentials: Type.Array(ListedCredential, { maxItems: limits.credentialsPerPage }),
  /** What to go on with, after this page and after the last. */
  cursor: Cursor,
  more: Type.Boolean(),
});
export type CredentialPage = Static<typeof CredentialPage>;

/**
 * All that were issued for the calling BFF, in the order of their last change: from the beginning it is the whole list, from the end
 * of an earlier one it is what has changed since. A cursor beyond the end is answered with the end.
 */
export const authorityCredentialsCall = {
  method: 'GET',
  path: '/v1/credentials',
  summary: 'Handles of credentials with their state, in the order of their last change.',
  query: exact({ after: Type.Optional(Cursor) }),
  status: 200,
  answer: CredentialPage,
} as const satisfies Call;

export const StandingBody = exact({
  handles: Type.Array(Handle, { minItems: 1, maxItems: limits.credentialsPerPage }),
});
export type StandingBody = Static<typeof StandingBody>;

export const StandingAnswer = exact({
  live: Type.Array(Handle, { maxItems: limits.credentialsPerPage }),
  /** Of these, which are strict at this moment. */
  strict: Type.Array(Handle, { maxItems: limits.credentialsPerPage }),
});
export type StandingAnswer = Static<typeof StandingAnswer>;

export const authorityStandingCall = {
  method: 'POST',
  path: '/v1/credentials/standing',
  summary:
    'Which of these handles are not void, and which of them strict; all others are void, or are not known.',
  body: StandingBody,
  status: 200,
  answer: StandingAnswer,
} as const satisfies Call;
