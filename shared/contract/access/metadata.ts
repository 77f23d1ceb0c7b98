import { type Static, Type } from 'typebox';
import { type Call, exact } from '../schema.ts';

const words = (description: string, example: readonly string[]) =>
  Type.Array(Type.String(), { description, examples: [[...example]] });
const address = (description: string, example: string) => Type.String({ description, examples: [example] });

/** RFC 8414 section 2 and RFC 8628 section 4. */
export const ServerMetadata = exact({
  issuer: address('The audience of client assertions, letter for letter.', 'https://id.example'),
  token_endpoint: address('Where tokens are asked for.', 'https://id.example/oauth/token'),
  device_authorization_endpoint: address(
    'Where a check is opened as a device flow.',
    'https://id.example/oauth/device_authorization',
  ),
  jwks_uri: address(
    'The keys that result tokens are signed with.',
    'https://id.example/.well-known/jwks.json',
  ),
  scopes_supported: words(
    'What a check can be for: a scene and a purpose of it. An RP is registered for some scenes.',
    ['hotel:check-in', 'hotel:visit'],
  ),
  response_types_supported: words('Empty: nothing here answers an authorization request.', []),
  grant_types_supported: words('The grants of the token endpoint.', ['client_credentials']),
  token_endpoint_auth_methods_supported: words('How a client proves who it is, at both endpoints.', [
    'private_key_jwt',
  ]),
  token_endpoint_auth_signing_alg_values_supported: words('What assertions are signed with.', ['ES256']),
  service_documentation: address('What there is to read.', 'https://id.example/docs'),
  ui_locales_supported: words('The languages of pages and problems (RFC 5646).', ['zh-CN', 'en']),
});
export type ServerMetadata = Static<typeof ServerMetadata>;

export const metadataCall = {
  method: 'GET',
  path: '/.well-known/oauth-authorization-server',
  summary: 'What an OAuth client has to know of this server (RFC 8414).',
  status: 200,
  answer: ServerMetadata,
} as const satisfies Call;

/** Where clients look that were not told that no OpenID provider is here: a general feature of OAuth by RFC 8414 sections 3 and 5. */
export const openidConfigurationCall = {
  ...metadataCall,
  path: '/.well-known/openid-configuration',
  summary:
    'The same document, where clients look by default (RFC 8414 section 5). There is no OpenID provider and no ID token.',
} as const satisfies Call;
