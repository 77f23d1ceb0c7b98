import type { FastifyInstance } from 'fastify';

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
  process.stdout.write(`${JSON.stringify({ ready: true, url })}\n`);
  return url;
}
