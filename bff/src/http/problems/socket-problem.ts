import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyBaseLogger } from 'fastify';
import type { ErrorCode } from '../../../../shared/errors.ts';
import { safeHeaders } from '../request-hooks.ts';
import { closeGracefully } from './close-gracefully.ts';
import { problemDetails } from './problem-details.ts';
import { socketProblemCode } from './problem-of.ts';

/** Answers what never became a request (broken syntax, headers too large, too slow) as a problem, and ends the connection. */
export function answerClientError(
  error: Error & { code?: string },
  socket: Duplex,
  log: FastifyBaseLogger,
): void {
  if (error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  // What was answered already lingers until its own time is over.
  if (!socket.writable) return;
  answerOnSocket(socketProblemCode(error), socket, log);
}

/** Writes a whole problem answer on a bare socket. */
export function answerOnSocket(
  code: ErrorCode,
  socket: Duplex,
  log: FastifyBaseLogger,
  headers: Record<string, string> = {},
): void {
  const traceId = randomUUID();
  const details = problemDetails(code, { language: 'zh', traceId });
  const body = JSON.stringify(details);
  const head = {
    'content-type': 'application/problem+json',
    'content-language': 'zh',
    'content-length': String(Buffer.byteLength(body)),
    ...safeHeaders,
    connection: 'close',
    ...headers,
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  log.info({ status: details.status, code, traceId, surface: 'none' }, 'connection refused');
  socket.write(`HTTP/1.1 ${details.status} ${STATUS_CODES[details.status]}\r\n${lines.join('')}\r\n${body}`);
  closeGracefully(socket);
}
