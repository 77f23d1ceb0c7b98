import { type Static, Type } from 'typebox';
import { counterStates } from '../../sessions.ts';
import { ProblemDetails } from '../problem.ts';
import { type Call, CompactSchema, exact, oneOf, SessionIdSchema } from '../schema.ts';
import { clientAuthentication } from './client-authentication.ts';

/** RFC 8628 section 3.4. */
export const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

/** RFC 6749 section 4.4 or RFC 8628 section 3.4, with RFC 7523: application/x-www-form-urlencoded. */
export const TokenBody = exact({
  grant_type: Type.String({
    maxLength: 100,
    description: `\`client_credentials\`, or \`${deviceGrant}\` for the end of a check that was opened as a device flow.`,
    examples: ['client_credentials', deviceGrant],
  }),
  device_code: Type.Optional(
    Type.String({
      maxLength: 100,
      description: 'What the device authorization endpoint gave, where that grant is asked for.',
      examples: ['v3p0yZ0S1cJfE3y0w7pQ8r9Zk2mN4xL6tHcUaBdFgIs'],
    }),
  ),
  ...clientAuthentication,
});
export type TokenBody = Static<typeof TokenBody>;

const sessionId = { ...SessionIdSchema, examples: ['ses_AAECAwQFBgcICQoLDA0ODw'] };

export const TokenAnswer = exact({
  access_token: Type.String({
    description:
      'Opens the counter API for this counter, whichever grant it is of. Say nothing of what is in it: it may change.',
    examples: ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjbnRfaG90ZWwtMSJ9.c2lnbmF0dXJl'],
  }),
  token_type: Type.Unsafe<'Bearer'>({
    type: 'string',
    enum: ['Bearer'],
    description: 'How the token is sent (RFC 6750).',
    examples: ['Bearer'],
  }),
  expires_in: Type.Integer({ description: 'Seconds for which the token is good.', examples: [600] }),
  session_id: Type.Optional({ ...sessionId, description: 'The check that a device code was for.' }),
  state: Type.Optional(
    Type.Unsafe<'passed'>({
      type: 'string',
      enum: ['passed'],
      description: 'How that check ended. Every other end is `access_denied` or `expired_token`.',
      examples: ['passed'],
    }),
  ),
  result: Type.Optional({
    ...CompactSchema,
    description:
      'The result token of that check: a JWS, inside a JWE where the RP registered an encryption key.',
    examples: ['eyJhbGciOiJFUzI1NiIsInR5cCI6Imx6LXJlc3VsdCtqd3QifQ.eyJvdXRjb21lIjoicGFzcyJ9.c2lnbmF0dXJl'],
  }),
});
export type TokenAnswer = Static<typeof TokenAnswer>;

const OAuthErrorCode = oneOf([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_grant_type',
  'authorization_pending',
  'slow_down',
  'access_denied',
  'expired_token',
  'temporarily_unavailable',
  'server_error',
]);
export type OAuthErrorCode = Static<typeof OAuthErrorCode>;

const oauthError = {
  error: {
    ...OAuthErrorCode,
    description: 'The word of RFC 6749 section 5.2 or RFC 8628 section 3.5 for the code.',
    examples: ['authorization_pending', 'invalid_client'],
  },
  error_description: Type.String({
    pattern: '^[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]+$',
    description:
      'What is wrong, in English, for the developer. In a sandbox it names the claim that is at fault.',
    examples: ['The check has not ended yet.'],
  }),
};
const OAuthError = exact(oauthError);
export type OAuthError = Static<typeof OAuthError>;

/** What stands beside the error where a device code was known. */
const ofCheck = {
  session_id: Type.Optional({ ...sessionId, description: 'The check that the device code is for.' }),
  state: Type.Optional({
    ...oneOf(counterStates),
    description:
      'The state of that check, as the counter sees it: `failed` and `declined` are both `access_denied`.',
    examples: ['claimed', 'declined'],
  }),
};
const OfCheck = exact(ofCheck);
export type OfCheck = Static<typeof OfCheck>;

/** A refusal of an OAuth endpoint: a problem (RFC 9457) that an OAuth client understands too (RFC 6749 section 5.2). */
export const TokenProblem = exact({ ...ProblemDetails.properties, ...oauthError, ...ofCheck });

export const tokenCall = {
  method: 'POST',
  path: '/oauth/token',
  summary:
    'A counter gets its access token: client credentials, or the device code of a check that has passed, each with private_key_jwt, signed by the key of the counter.',
  body: TokenBody,
  status: 200,
  answer: TokenAnswer,
} as const satisfies Call;
