import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type About, readAboutCall } from '../../../../../shared/contract/about.ts';
import { readMessagesCall } from '../../../../../shared/contract/messages.ts';
import {
  jwksCall,
  liveCall,
  metricsCall,
  openapiCall,
  readyCall,
} from '../../../../../shared/contract/public.ts';
import * as limits from '../../../../../shared/limits.ts';
import { Problem } from '../../../../../shared/problem.ts';
import type { Ports } from '../../../ports/ports.ts';
import { messageTable } from '../../reference/message-table.ts';
import { teach } from '../../reference/teach.ts';
import { mount } from '../../routes/mount.ts';
import { readyLook } from './look-ready.ts';

/** What is open to everybody, or to the operator's machines. */
export interface PublicSurface {
  about: About;
  /** Public halves of all result-token keys. */
  /** Asked anew each time: keys are rotated while the process runs. */
  jwks(): { keys: readonly object[] };
  metrics: { render(): Promise<string>; token: string | undefined };
}

const forAWhile = `public, max-age=${limits.publicDocumentSeconds}`;

export async function publicSurface(
  server: FastifyInstance,
  ports: Ports,
  { about, jwks, metrics }: PublicSurface,
): Promise<void> {
  const look = readyLook(ports);
  mount(
    server,
    liveCall,
    { surface: 'public', operationId: 'live' },
    { handler: (_request, reply) => reply.send({ status: 'up' }) },
  );
  mount(
    server,
    readyCall,
    { surface: 'public', operationId: 'ready' },
    {
      async handler(_request, reply) {
        const found = await look();
        return reply.status(found.status === 'up' ? 200 : 503).send(found);
      },
    },
  );
  mount(
    server,
    jwksCall,
    { surface: 'public', operationId: 'jwks' },
    { handler: (_request, reply) => reply.header('cache-control', forAWhile).send(jwks()) },
  );
  mount(
    server,
    readAboutCall,
    { surface: 'public', operationId: 'about' },
    { handler: (_request, reply) => reply.header('cache-control', forAWhile).send(about) },
  );
  mount(
    server,
    readMessagesCall,
    { surface: 'public', operationId: 'messages' },
    { handler: (_request, reply) => reply.header('cache-control', forAWhile).send(messageTable) },
  );
  mount(
    server,
    metricsCall,
    { surface: 'public', operationId: 'metrics', gives: 'text/plain', by: ['metrics'] },
    {
      before: [(request) => demandToken(request, metrics.token)],
      handler: async (_request, reply) =>
        reply.header('content-type', 'text/plain; version=0.0.4; charset=utf-8').send(await metrics.render()),
    },
  );
  // Made when it is first asked for, and written once: it has some 600 KB.
  let text: string | undefined;
  mount(
    server,
    openapiCall,
    { surface: 'public', operationId: 'openapi' },
    {
      handler(_request, reply) {
        text ??= JSON.stringify(teach(server.swagger()));
        return reply.header('cache-control', forAWhile).type('application/json; charset=utf-8').send(text);
      },
    },
  );
}

/** Compares digests, so that the time tells nothing about the token. */
function demandToken({ headers }: FastifyRequest, token: string | undefined): void {
  if (token === undefined) return;
  const given = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (given === undefined) throw new Problem('token-missing');
  const digest = (text: string) => createHash('sha256').update(text).digest();
  if (!timingSafeEqual(digest(given), digest(token))) throw new Problem('token-invalid');
}
