import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  checkScopes,
  deviceAuthorizationCall,
} from '../../../../../shared/contract/access/device-authorization.ts';
import {
  metadataCall,
  openidConfigurationCall,
  type ServerMetadata,
} from '../../../../../shared/contract/access/metadata.ts';
import { deviceGrant, tokenCall } from '../../../../../shared/contract/access/token.ts';
import * as limits from '../../../../../shared/limits.ts';
import { authorizeDevice } from '../../../access/device-authorization.ts';
import { tokenIssuer } from '../../../access/issue-token.ts';
import type { SignToken } from '../../../ports/callers.ts';
import { mount } from '../../routes/mount.ts';
import type { SurfaceDependencies } from '../surface-dependencies.ts';
import { oauthEndpoint } from './one-endpoint.ts';

/** Where a counter gets its access token, where it opens a check as a device flow, and the document that says so. */
export async function oauthEndpoints(
  server: FastifyInstance,
  dependencies: SurfaceDependencies,
  sign: SignToken,
): Promise<void> {
  const { ports, issuer } = dependencies;
  await server.register((scope) =>
    oauthEndpoint(scope, dependencies, {
      ...{ call: tokenCall, operationId: 'token' },
      step: tokenIssuer(ports, { issuer, sign }),
    }),
  );
  await server.register((scope) =>
    oauthEndpoint(scope, dependencies, {
      ...{ call: deviceAuthorizationCall, operationId: 'authorizeDevice' },
      step: (body, admit) => authorizeDevice(ports, { issuer, admit }, body),
    }),
  );
  serverMetadata(server, dependencies);
}

/**
 * Where clients find the endpoints and what they take (RFC 8414), made of the configuration alone. Of an issuer with a path there is one
 * address before it (section 3.1) and, of the name that OpenID clients look for, one behind it too (section 5).
 */
function serverMetadata(server: FastifyInstance, { ports, issuer }: SurfaceDependencies): void {
  const { publicUrl } = ports.settings;
  const metadata: ServerMetadata = {
    issuer,
    token_endpoint: `${publicUrl}${tokenCall.path}`,
    device_authorization_endpoint: `${publicUrl}${deviceAuthorizationCall.path}`,
    jwks_uri: `${publicUrl}/.well-known/jwks.json`,
    scopes_supported: [...checkScopes.keys()],
    response_types_supported: [],
    grant_types_supported: ['client_credentials', deviceGrant],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['ES256'],
    service_documentation: `${publicUrl}/docs`,
    ui_locales_supported: ['zh-CN', 'en'],
  };
  const under = new URL(issuer).pathname.replace(/\/$/, '');
  const { path } = openidConfigurationCall;
  const addresses = [
    { ...metadataCall, path: metadataCall.path + under, documented: { operationId: 'metadata' } },
    { ...openidConfigurationCall, path: path + under, documented: { operationId: 'openidConfiguration' } },
    ...(under === ''
      ? []
      : [
          {
            ...openidConfigurationCall,
            path: under + path,
            documented: { operationId: 'openidConfigurationBelow', hide: true as const },
          },
        ]),
  ];
  const handler = (_request: unknown, reply: FastifyReply) =>
    reply.header('cache-control', `public, max-age=${limits.publicDocumentSeconds}`).send(metadata);
  for (const { documented, ...call } of addresses)
    mount(server, call, { surface: 'public', ...documented }, { handler });
}
