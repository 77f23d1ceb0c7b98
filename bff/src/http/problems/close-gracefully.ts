import type { Duplex } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as limits from '../../../../shared/limits.ts';

/**
 * Closes a connection on which the client may still be sending: our side ends, what comes is dropped for a moment, then the
 * socket goes. Closing at once would reset the connection and take the answer from the client.
 */
export function closeGracefully(socket: Duplex): void {
  socket.end();
  socket.resume();
  const timer = setTimeout(() => socket.destroy(), limits.refusalReadTime);
  socket.once('close', () => clearTimeout(timer));
}

/** To be called before an answer that does not wait for the body: keeps the connection where Node can drop the rest cheaply, else closes it. */
export function closeIfUnread(request: FastifyRequest, reply: FastifyReply): void {
  const { raw } = request;
  if (raw.complete) return;
  const chunked = raw.headers['transfer-encoding'] !== undefined;
  if (!chunked && Number(raw.headers['content-length'] ?? 0) <= limits.jsonBody) return;
  reply.header('connection', 'close');
  const { socket } = reply.raw;
  if (socket === null) return;
  // Node calls this once the answer is written and the connection is not to be kept.
  socket.destroySoon = () => closeGracefully(socket);
}
