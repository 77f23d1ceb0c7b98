import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { freePorts, isFreePort } from '../../sandbox/free-ports.ts';

/** A free port of `host`, the one noted in `file` where it still is free: an app is built for one address. */
export async function choosePort(host: string, file: string): Promise<number> {
  const noted = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (noted > 0 && (await isFreePort(host, noted))) return noted;
  const [port = 0] = await freePorts(host, 1);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, String(port));
  return port;
}
