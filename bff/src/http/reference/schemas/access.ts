import { ServerMetadata } from '../../../../../shared/contract/access/metadata.ts';
import {
  clientAssertionType,
  TokenAnswer,
  TokenBody,
  TokenProblem,
} from '../../../../../shared/contract/access/token.ts';
import { type ErrorCode, errors } from '../../../../../shared/errors.ts';
import { type Entries, told } from '../entry.ts';
import { sample, signed } from '../samples.ts';
import { problemExample, problemTexts } from './problems.ts';

const words: Partial<Record<ErrorCode, string>> = {
  'client-unknown': 'invalid_client',
  'grant-unsupported': 'unsupported_grant_type',
};

/** A refusal of the token endpoint as an answer has it. */
export function oauthExample(code: ErrorCode): Record<string, unknown> {
  const { status } = errors[code];
  const later = status === 429 || status === 503;
  const byStatus = later ? 'temporarily_unavailable' : status >= 500 ? 'server_error' : 'invalid_request';
  const problem = problemExample(code);
  return { ...problem, error: words[code] ?? byStatus, error_description: problem.detail };
}

/** How a counter gets its token. */
export const accessSchemas: Entries = {
  TokenBody: told(
    TokenBody,
    {
      zh: '令牌请求',
      en: 'Client credentials (RFC 6749 section 4.4) with `private_key_jwt` (RFC 7523), as a form.',
    },
    {
      grant_type: ['`client_credentials`.', 'client_credentials'],
      client_assertion_type: ['By RFC 7523.', clientAssertionType],
      client_assertion: [
        'A JWT (ES256) by the counter’s key: `iss` and `sub` the counter, `aud` the issuer and nothing else, `exp` within five minutes, a `jti` for one request.',
        signed.assertion,
      ],
      client_id: ['Not needed: the assertion names the counter.', sample.counterId],
    },
  ),
  TokenAnswer: told(
    TokenAnswer,
    { zh: '柜台的访问令牌', en: 'The counter’s access token.' },
    {
      access_token: ['To be sent as `Authorization: Bearer ...`. Opaque.', signed.accessToken],
      token_type: ['How it is to be sent (RFC 6750).', 'Bearer'],
      expires_in: ['Seconds.', 600],
    },
  ),
  TokenProblem: told(
    TokenProblem,
    {
      zh: '令牌端点的拒绝',
      en: 'A refusal of the token endpoint: a problem (RFC 9457) that an OAuth client understands too (RFC 6749 section 5.2).',
      examples: {
        'client-unknown': {
          summary: 'The client was not recognised',
          value: oauthExample('client-unknown'),
        },
      },
    },
    {
      ...problemTexts,
      error: ['The error of RFC 6749 section 5.2, for OAuth clients.', 'invalid_client'],
      error_description: [
        'English; a sandbox names the claim at fault.',
        'The client assertion was not accepted.',
      ],
    },
  ),
  ServerMetadata: told(
    ServerMetadata,
    { zh: '授权服务器元数据', en: 'RFC 8414: all that an OAuth client needs.' },
    {
      issuer: ['The issuer: the audience of client assertions.', 'https://id.example.cn'],
      token_endpoint: ['Where tokens are asked for.', 'https://id.example.cn/oauth/token'],
      jwks_uri: [
        'The keys that result tokens are signed with.',
        'https://id.example.cn/.well-known/jwks.json',
      ],
      response_types_supported: ['Empty: nothing here answers an authorization request.', []],
      grant_types_supported: ['The grants of the token endpoint.', ['client_credentials']],
      token_endpoint_auth_methods_supported: ['How clients prove who they are.', ['private_key_jwt']],
      token_endpoint_auth_signing_alg_values_supported: [
        'What client assertions are signed with.',
        ['ES256'],
      ],
    },
  ),
};
