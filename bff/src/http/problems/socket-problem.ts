import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyBaseLogger } from 'fastify';
import { encodeHex } from '../../../../shared/bytes/hex.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import type { Ports } from '../../ports/ports.ts';
import { isAnswered, safeHeaders } from '../request-hooks.ts';
import { noRoute } from '../route-label.ts';
import { closeGracefully } from './close-gracefully.ts';
import { problemDetails } from './problem-details.ts';
import { socketProblemCode } from './problem-of.ts';

/** Where it is noted that somebody was refused. */
export interface Noting extends Pick<Ports, 'tally' | 'random' | 'measures'> {
  log: FastifyBaseLogger;
}

/** Answers what never became a request (broken syntax, headers too large, too slow) as a problem, and ends the connection. */
export function answerClientError(error: Error & { code?: string }, socket: Duplex, noting: Noting): void {
  if (error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  // What was answered already lingers until its own time is over.
  if (!socket.writable) return;
  if (isAnswered(socket)) closeGracefully(socket);
  else answerOnSocket(socketProblemCode(error), socket, noting);
}

/** Writes a whole problem answer on a bare socket. */
export function answerOnSocket(
  code: ErrorCode,
  socket: Duplex,
  { log, tally, random, measures }: Noting,
  headers: Record<string, string> = {},
): void {
  const requestId = randomUUID();
  const traceId = encodeHex(random(16));
  const details = problemDetails(code, { language: 'zh', traceId });
  const body = JSON.stringify(details);
  const head = {
    'content-type': 'application/problem+json',
    'content-language': 'zh',
    'content-length': String(Buffer.byteLength(body)),
    ...safeHeaders,
    'x-request-id': requestId,
    connection: 'close',
    ...headers,
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  log.info(
    { method: 'none', ...noRoute, status: details.status, ms: 0, traceId, requestId, code },
    'request',
  );
  measures.requestDone({ method: 'none', ...noRoute, status: details.status, seconds: 0 });
  tally({ event: 'request-refused', surface: noRoute.surface, code });
  socket.write(`HTTP/1.1 ${details.status} ${STATUS_CODES[details.status]}\r\n${lines.join('')}\r\n${body}`);
  closeGracefully(socket);
}
