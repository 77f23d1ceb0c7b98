import { type Static, Type } from 'typebox';
import { type Call, exact } from '../schema.ts';

/** RFC 8414 section 2. `response_types_supported` is required there and empty, as nothing here answers an authorization request. */
export const ServerMetadata = exact({
  issuer: Type.String(),
  token_endpoint: Type.String(),
  jwks_uri: Type.String(),
  response_types_supported: Type.Array(Type.String()),
  grant_types_supported: Type.Array(Type.String()),
  token_endpoint_auth_methods_supported: Type.Array(Type.String()),
  token_endpoint_auth_signing_alg_values_supported: Type.Array(Type.String()),
});
export type ServerMetadata = Static<typeof ServerMetadata>;

export const metadataCall = {
  method: 'GET',
  path: '/.well-known/oauth-authorization-server',
  summary: 'What an OAuth client has to know of this server (RFC 8414).',
  status: 200,
  answer: ServerMetadata,
} as const satisfies Call;
