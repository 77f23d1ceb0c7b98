import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { metadataCall, type ServerMetadata } from '../../../../shared/contract/access/metadata.ts';
import { TokenProblem, tokenCall } from '../../../../shared/contract/access/token.ts';
import { limits } from '../../../../shared/limits.ts';
import { ClientRefused, clientFaults } from '../../access/client-refused.ts';
import { tokenIssuer } from '../../access/issue-token.ts';
import type { SignToken } from '../../ports/callers.ts';
import { demandOriginOfClient } from '../cors/demand-origin-of-client.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { takeForm } from '../routes/body-parsers.ts';
import { requestShape } from '../routes/checked-request.ts';
import { mount, rawRequest } from '../routes/mount.ts';
import type { SurfaceDependencies } from './surface-dependencies.ts';

/**
 * Where a counter gets its access token. Refusals are problems that also carry what RFC 6749 section 5.2 demands. Why a client was not
 * recognised is in the log, under the trace id of the answer; in a sandbox the answer says so too.
 */
export async function tokenEndpoint(
  server: FastifyInstance,
  { ports, issuer }: SurfaceDependencies,
  sign: SignToken,
): Promise<void> {
  await takeForm(server);
  demandOriginOfClient(server, ports);
  const shape = requestShape(tokenCall);
  const issue = tokenIssuer(ports, { issuer, sign });
  server.setErrorHandler((error, request, reply) => {
    logRefusal(error, request);
    const description =
      error instanceof ClientRefused && ports.settings.sandbox ? clientFaults[error.fault] : undefined;
    return sendProblem(error, request, reply, { oauth: { description } });
  });
  const documented = {
    surface: 'access',
    operationId: 'token',
    takes: { type: 'application/x-www-form-urlencoded' },
    refuses: TokenProblem,
  } as const;
  mount(server, tokenCall, documented, {
    async handler(request, reply) {
      const sent = rawRequest(tokenCall, request);
      if (!shape.fits(sent)) throw shape.violation(sent);
      return reply.status(tokenCall.status).send(await issue(sent.body));
    },
  });
}

/** Where clients find the token endpoint and what it takes (RFC 8414): below the path of the issuer, if it has one (section 3.1). */
export function serverMetadata(server: FastifyInstance, { ports, issuer }: SurfaceDependencies): void {
  const { publicUrl } = ports.settings;
  const metadata: ServerMetadata = {
    issuer,
    token_endpoint: `${publicUrl}${tokenCall.path}`,
    jwks_uri: `${publicUrl}/.well-known/jwks.json`,
    response_types_supported: [],
    grant_types_supported: ['client_credentials'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['ES256'],
  };
  const path = metadataCall.path + new URL(issuer).pathname.replace(/\/$/, '');
  const call = { ...metadataCall, path };
  mount(
    server,
    call,
    { surface: 'public', operationId: 'metadata' },
    {
      handler: (_request, reply: FastifyReply) =>
        reply.header('cache-control', `public, max-age=${limits.publicDocumentSeconds}`).send(metadata),
    },
  );
}

function logRefusal(error: unknown, request: FastifyRequest): void {
  if (!(error instanceof ClientRefused)) return;
  const { fault, counterId } = error;
  request.log.warn(
    { traceId: request.call.trace.traceId, fault, ...(counterId && { counterId }) },
    'client-refused',
  );
}
