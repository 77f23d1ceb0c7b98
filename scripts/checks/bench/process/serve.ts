import { createServer, type RequestListener } from 'node:http';

/** Serves on any free port of loopback, says so in one line, and ends on SIGTERM. */
export function serve(listener: (url: string) => RequestListener): void {
  const server = createServer();
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const url = `http://127.0.0.1:${address.port}`;
    server.on('request', listener(url));
    process.stdout.write(`${JSON.stringify({ ready: true, url })}\n`);
  });
  process.once('SIGTERM', () => process.exit(0));
}
