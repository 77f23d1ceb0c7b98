import { type Static, Type } from 'typebox';
import { ProblemDetails } from '../problem.ts';
import { type Call, exact, oneOf } from '../schema.ts';

export const clientAssertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** RFC 6749 section 4.4 with RFC 7523: application/x-www-form-urlencoded. `client_id` is not needed (RFC 7521 section 4.2). */
export const TokenBody = exact({
  grant_type: Type.String({ maxLength: 100 }),
  client_assertion_type: Type.Literal(clientAssertionType),
  client_assertion: Type.String({ maxLength: 4096 }),
  client_id: Type.Optional(Type.String({ maxLength: 100 })),
});
export type TokenBody = Static<typeof TokenBody>;

export const TokenAnswer = exact({
  access_token: Type.String(),
  token_type: Type.Unsafe<'Bearer'>({ type: 'string', enum: ['Bearer'] }),
  expires_in: Type.Integer(),
});
export type TokenAnswer = Static<typeof TokenAnswer>;

const OAuthErrorCode = oneOf([
  'invalid_request',
  'invalid_client',
  'unsupported_grant_type',
  'temporarily_unavailable',
  'server_error',
]);
export type OAuthErrorCode = Static<typeof OAuthErrorCode>;

const oauthError = {
  error: OAuthErrorCode,
  error_description: Type.String({ pattern: '^[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]+$' }),
};
const OAuthError = exact(oauthError);
export type OAuthError = Static<typeof OAuthError>;

/** A refusal of the token endpoint: a problem (RFC 9457) that an OAuth client understands too (RFC 6749 section 5.2). */
export const TokenProblem = exact({ ...ProblemDetails.properties, ...oauthError });

export const tokenCall = {
  method: 'POST',
  path: '/oauth/token',
  summary:
    'A counter gets its access token: client credentials with private_key_jwt, signed by the key of the counter.',
  body: TokenBody,
  status: 200,
  answer: TokenAnswer,
} as const satisfies Call;
