import { createServer, type RequestListener } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** An environment variable that must be there. @throws TypeError naming it */
export function requireEnv(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new TypeError(`${name} is not set`);
  return value;
}

/**
 * Listens, prints `{"ready":true,"url":...}` as one line, and closes the app on SIGTERM and SIGINT.
 * @param port 0 for any free port
 */
export async function serve(app: FastifyInstance, host: string, port: number): Promise<string> {
  const url = await app.listen({ host, port });
  let closing = false;
  const stop = () => {
    if (closing) return;
    closing = true;
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  sayReady(url);
  return url;
}

/** The same on any free port of loopback for what brings its own listener; it ends at once on SIGTERM. */
export function serveListener(listener: (url: string) => RequestListener): void {
  const server = createServer();
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const url = `http://127.0.0.1:${address.port}`;
    server.on('request', listener(url));
    sayReady(url);
  });
  process.once('SIGTERM', () => process.exit(0));
}

function sayReady(url: string): void {
  process.stdout.write(`${JSON.stringify({ ready: true, url })}\n`);
}
