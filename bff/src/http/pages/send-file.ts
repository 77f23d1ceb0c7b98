import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SiteFile } from './site.ts';

const aYear = 'public, max-age=31536000, immutable';

/** Sends a file of a site, or 304 to who has it. What can change is asked for each time, and then mostly answered by 304. */
export function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: SiteFile,
  headers: Record<string, string>,
): FastifyReply {
  reply.headers({
    ...headers,
    'cache-control': file.immutable ? aYear : 'no-cache',
    etag: file.etag,
    vary: 'accept-encoding',
  });
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known?.includes(file.etag)) return reply.status(304).send();
  reply.header('content-type', file.type);
  if (file.gzip === undefined || !/\bgzip\b/.test(request.headers['accept-encoding'] ?? ''))
    return reply.send(file.body);
  return reply.header('content-encoding', 'gzip').send(file.gzip);
}
