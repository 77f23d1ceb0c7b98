import type { FastifyInstance, FastifyRequest } from 'fastify';
import { TokenProblem } from '../../../../../shared/contract/access/token.ts';
import type { Call } from '../../../../../shared/contract/schema.ts';
import { ClientRefused, clientFaults } from '../../../access/client-refused.ts';
import { DeviceRefused } from '../../../access/device-refused.ts';
import { demandOriginOfClient } from '../../cors/demand-origin-of-client.ts';
import { sendProblem } from '../../problems/send-problem.ts';
import { takeForm } from '../../routes/body-parsers.ts';
import { type CheckedRequest, requestShape } from '../../routes/checked-request.ts';
import { mount, rawRequest } from '../../routes/mount.ts';
import type { SurfaceDependencies } from '../surface-dependencies.ts';

interface Endpoint<C extends Call> {
  call: C;
  operationId: string;
  step: (body: CheckedRequest<C>['body']) => Promise<unknown>;
}

/**
 * An endpoint where OAuth clients send a form. Refusals are problems that also carry what RFC 6749 section 5.2 demands. Why a client was
 * not recognised is in the log, under the trace id of the answer; in a sandbox the answer says so too.
 */
export async function oauthEndpoint<C extends Call>(
  server: FastifyInstance,
  { ports }: Pick<SurfaceDependencies, 'ports'>,
  { call, operationId, step }: Endpoint<C>,
): Promise<void> {
  await takeForm(server, call.body);
  demandOriginOfClient(server, ports);
  const shape = requestShape(call);
  server.setErrorHandler((error, request, reply) => {
    logRefusal(error, request);
    if (error instanceof ClientRefused || error instanceof DeviceRefused)
      ports.measures.tokenRefused(error.fault);
    const description =
      error instanceof ClientRefused && ports.settings.sandbox ? clientFaults[error.fault] : undefined;
    const check = error instanceof DeviceRefused ? { check: error.check } : {};
    return sendProblem(error, request, reply, { oauth: { description, ...check } });
  });
  const documented = {
    surface: 'access',
    operationId,
    takes: { type: 'application/x-www-form-urlencoded' },
    refuses: TokenProblem,
  } as const;
  mount(server, call, documented, {
    async handler(request, reply) {
      const sent = rawRequest(call, request);
      if (!shape.fits(sent)) throw shape.violation(sent);
      return reply.status(call.status).send(await step(sent.body));
    },
  });
}

function logRefusal(error: unknown, request: FastifyRequest): void {
  if (!(error instanceof ClientRefused)) return;
  const { fault, counterId } = error;
  request.log.warn(
    { traceId: request.call.trace.traceId, fault, ...(counterId && { counterId }) },
    'client-refused',
  );
}
