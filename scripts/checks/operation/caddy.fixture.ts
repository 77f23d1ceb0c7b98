import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../../sandbox/free-ports.ts';
import { launchBinary } from '../../sandbox/launch.ts';
import { haveSystemPackage } from '../system-package.ts';

const sample = new URL('../../deploy/Caddyfile', import.meta.url);

/** Whether Caddy is here. */
export const hasCaddy = haveSystemPackage(
  'caddy',
  () => spawnSync('caddy', ['version']).status === 0,
  console.log,
);

/**
 * The sample as it stands, but for its name, which would ask for a certificate, and the BFF's address, run by Caddy itself.
 * @param upstream where the BFF listens, `host:port`
 */
export async function startCaddy(upstream: string): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'lz-caddy-'));
  const [port = 0] = await freePorts('127.0.0.1', 1);
  const url = `http://127.0.0.1:${port}`;
  const site = readFileSync(sample, 'utf8')
    .replace(/^\{$/m, '{\n\tadmin off')
    .replace(/^id\.example\.cn \{$/m, `${url} {`)
    .replace('bff.internal:8080', upstream);
  writeFileSync(join(folder, 'Caddyfile'), site);
  const words = ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
  const { stop } = await launchBinary('caddy', words, url, { name: 'caddy', env: { HOME: folder } });
  return {
    url,
    async stop() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
