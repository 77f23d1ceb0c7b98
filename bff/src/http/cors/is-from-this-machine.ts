import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';

/**
 * The connection is of this machine, no proxy stands between, and the page that asks was opened under a name of this machine:
 * a foreign page whose host name was made to point here names itself in `Host`, and one that was opened under another name, or by
 * way of a proxy that says nothing of itself, in `Origin`.
 */
export function isFromThisMachine({ socket, ip, headers }: FastifyRequest): boolean {
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false;
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) return false;
  const host = /^(\[[0-9a-f:]+\]|[^:]+)(?::[0-9]+)?$/i.exec(headers.host ?? '')?.[1] ?? '';
  const name = host.replace(/^\[|\]$/g, '');
  return isLoopback(socket.remoteAddress) && isLoopback(ip) && (name === 'localhost' || isLoopback(name));
}

function isLoopback(address = ''): boolean {
  return isIP(address) !== 0 && ipaddr.process(address).range() === 'loopback';
}
