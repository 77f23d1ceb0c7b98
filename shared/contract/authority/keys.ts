import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { Base64urlSchema, type Call, CompactSchema, exact } from '../schema.ts';

export const PublicJwk = exact({
  kty: Type.Literal('EC'),
  crv: Type.Literal('P-256'),
  x: Base64urlSchema(43, 43),
  y: Base64urlSchema(43, 43),
});
export type PublicJwk = Static<typeof PublicJwk>;

/** Claims of the key list (JWS ES256, typ `lz-keys+jwt`, kid `root`): everything else of the authority is trusted through it. */
export const KeyListClaims = exact({
  iss: Type.String(),
  /** Grows with each rotation and with each key that is struck; a phone or BFF refuses a list older than the newest it saw. */
  version: Type.Integer({ minimum: 1 }),
  iat: Type.Integer(),
  exp: Type.Integer(),
  sandbox: Type.Boolean(),
  sign: Type.Array(exact({ kid: Type.String(), jwk: PublicJwk }), { minItems: 1, maxItems: 8 }),
  seal: Type.Array(
    exact({
      keyId: Type.String(),
      suite: Type.Unsafe<1 | 17>({ type: 'integer', enum: [1, 17] }),
      publicKey: Base64urlSchema(43, 90),
    }),
    { minItems: 1, maxItems: 8 },
  ),
  /**
   * Sign keys that were replaced in good order and sign nothing any more: what holders keep, receipts and report forms, counts by them where it is of a time
   * before `retiredAt`, epoch milliseconds. One that was struck is not among them.
   */
  former: Type.Array(exact({ kid: Type.String(), jwk: PublicJwk, retiredAt: Type.Integer() }), {
    maxItems: limits.formerKeysMost,
  }),
  /** The keys of registrars whose statements still count; one that was struck is not among them. */
  registrars: Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems: 8 }),
});
export type KeyListClaims = Static<typeof KeyListClaims>;

export const authorityKeysCall = {
  method: 'GET',
  path: '/v1/keys',
  summary: 'The signed key list.',
  status: 200,
  answer: exact({ keyList: CompactSchema }),
} as const satisfies Call;
