import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Call } from '../../../../../shared/contract/schema.ts';
import { ClientRefused, clientFaults } from '../../../access/client-refused.ts';
import { DeviceRefused } from '../../../access/device-refused.ts';
import type { Door } from '../../../access/recognise-client.ts';
import { demandOrigin } from '../../cors/demand-origin.ts';
import { sendProblem } from '../../problems/send-problem.ts';
import { takeForm } from '../../routes/body-parsers.ts';
import type { CheckedRequest } from '../../routes/checked-request.ts';
import { mount, requestReader } from '../../routes/mount.ts';
import type { SurfaceDependencies } from '../surface-dependencies.ts';

interface Endpoint<C extends Call> {
  call: C;
  operationId: string;
  /** `admit` holds what a page asks to the origins of the counter that was recognised, before anything is made or used up. */
  step: (body: CheckedRequest<C>['body'], admit: Door['admit']) => Promise<unknown>;
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
  const read = requestReader(call);
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
  } as const;
  mount(server, call, documented, {
    async handler(request, reply) {
      const admit: Door['admit'] = (counter) => demandOrigin(request, counter, ports.settings);
      return reply.status(call.status).send(await step(read(request).body, admit));
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
