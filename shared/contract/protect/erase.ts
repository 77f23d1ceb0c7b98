import { type Static, Type } from 'typebox';
import { idPattern } from '../../ids.ts';
import { type Call, CompactSchema, exact, oneOf, TimeSchema } from '../schema.ts';
import { ConsentController } from './consents.ts';

/**
 * What is not deleted at once. `results`: what a relying party may read again for 24 hours, without a person. `log`: the chain of what
 * happened, without a person. `counts`: keyed hashes against misuse, and locks of tries, until their time is over, a day at most.
 * `register`: the population register of the authority, which is there by law before anybody applies. `cases`: what an officer decided over a
 * card, so that it can be looked at again.
 */
export const keptAfterErasure = ['results', 'log', 'counts', 'register', 'cases'] as const;

/** Said by the person in so many words, so that nothing else is taken for it. */
export const EraseBody = exact({ erase: Type.Literal('account-and-everything-held') });
export type EraseBody = Static<typeof EraseBody>;

const authority = oneOf(['done', 'on-its-way', 'nothing-held']);

/**
 * Claims of the receipt of an erasure (JWS ES256 by the key of results, typ `lz-erasure+jwt`), with the fields of ISO/IEC TS 27560 where it has them: that everything
 * was erased, when, by whom, and what is not gone at once. It names nobody: whoever kept it was given it as it was done.
 */
export const ErasureClaims = exact({
  /** Of this form. */
  version: Type.Literal('LZ-ERASURE/1'),
  iss: Type.String(),
  /** The number, by which the operator finds it. */
  jti: Type.String({ pattern: idPattern.ers }),
  /** Seconds since the epoch: when it was done. */
  iat: Type.Integer(),
  /** ISO 3166-1. */
  jurisdiction: Type.Literal('CN'),
  sandbox: Type.Boolean(),
  erased: Type.Literal('account-and-everything-held'),
  authority,
  kept: Type.Array(oneOf(keptAfterErasure)),
  controllers: Type.Array(ConsentController),
  policyUrl: Type.String(),
  /** YYYY-MM-DD: until when the operator finds it by its number. */
  foundUntil: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
});
export type ErasureClaims = Static<typeof ErasureClaims>;

export const EraseAnswer = exact({
  /** By it the log says that it was done: it leads to nobody. */
  erasureId: Type.String({ pattern: idPattern.ers }),
  at: TimeSchema,
  /** `done`, or `on-its-way`: it could not be reached, and is told for as long as it takes. */
  authority,
  kept: Type.Array(oneOf(keptAfterErasure)),
  /** `ErasureClaims`, signed: to be kept by the person. */
  receipt: CompactSchema,
  serverTime: TimeSchema,
});
export type EraseAnswer = Static<typeof EraseAnswer>;

/** From the live phone, without a face. Its token opens nothing afterwards. */
export const eraseAccountCall = {
  method: 'POST',
  path: '/holder/v1/erasure',
  summary:
    'Erases the account: the credential is void, and all that is held about the holder here and at the authority is deleted at once.',
  body: EraseBody,
  status: 200,
  answer: EraseAnswer,
} as const satisfies Call;
