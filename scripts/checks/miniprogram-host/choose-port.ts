import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { freePorts } from '../../sandbox/free-ports.ts';

/** A free port of `host`, the one noted in `file` where it still is free: an app is built for one address. */
export async function choosePort(host: string, file: string): Promise<number> {
  const noted = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (noted > 0 && (await isFree(host, noted))) return noted;
  const [port = 0] = await freePorts(host, 1);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, String(port));
  return port;
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
