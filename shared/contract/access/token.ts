import { type Static, Type } from 'typebox';
import { type Call, exact } from '../schema.ts';

export const clientAssertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** RFC 6749 section 4.4 with RFC 7523: application/x-www-form-urlencoded. */
export const TokenBody = exact({
  grant_type: Type.String({ maxLength: 100 }),
  client_assertion_type: Type.String({ maxLength: 100 }),
  client_assertion: Type.String({ maxLength: 4096 }),
});
export type TokenBody = Static<typeof TokenBody>;

export const TokenAnswer = exact({
  access_token: Type.String(),
  token_type: Type.Unsafe<'Bearer'>({ type: 'string', enum: ['Bearer'] }),
  expires_in: Type.Integer(),
});
export type TokenAnswer = Static<typeof TokenAnswer>;

export const tokenCall = {
  method: 'POST',
  path: '/oauth/token',
  summary:
    'A counter gets its access token: client credentials with private_key_jwt, signed by the key of the counter.',
  body: TokenBody,
  status: 200,
  answer: TokenAnswer,
} as const satisfies Call;
