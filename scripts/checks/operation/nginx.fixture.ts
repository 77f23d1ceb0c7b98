import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../../sandbox/free-ports.ts';
import { launchBinary } from '../../sandbox/launch.ts';
import { haveSystemPackage } from '../system-package.ts';

const sample = new URL('../../deploy/nginx.conf', import.meta.url);

/** Whether nginx is here, and can be asked for a certificate of its own. */
export const hasNginx =
  haveSystemPackage('nginx-light', () => spawnSync('/usr/sbin/nginx', ['-v']).status === 0, console.log) &&
  spawnSync('openssl', ['version']).status === 0;

/**
 * The sample as it stands, but for ports, the certificate and the BFF's address, run by nginx itself. It tells whether `nginx -t` takes it.
 * @param upstream where the BFF listens, `host:port`
 * @param plain without TLS, for clients that believe no certificate of its own making
 */
export async function startNginx(upstream: string, { plain = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'lz-nginx-'));
  const [port80 = 0, port = 0] = await freePorts('127.0.0.1', 2);
  const pair = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'fullchain.pem')];
  const request = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-days',
    '1',
  ];
  execFileSync('openssl', [...request, '-subj', '/CN=id.example.cn', ...pair], { stdio: 'ignore' });
  const site = readFileSync(sample, 'utf8')
    .replace('bff.internal:8080', upstream)
    .replaceAll(/^ *listen \[::\].*$/gm, '')
    .replace('listen 80;', `listen 127.0.0.1:${port80};`)
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${port}${plain ? '' : ' ssl http2'};`)
    .replaceAll('/etc/liangzheng/tls', folder);
  writeFileSync(join(folder, 'site.conf'), site);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    join(folder, 'nginx.conf'),
    `pid ${folder}/pid; error_log ${folder}/error.log warn; daemon off; worker_processes 1; events {}
${process.getuid?.() === 0 ? 'user root;' : ''}
http { ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')} include ${folder}/site.conf; }\n`,
  );
  const words = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')];
  const tested = spawnSync('/usr/sbin/nginx', ['-t', ...words], { encoding: 'utf8' });
  const url = `${plain ? 'http' : 'https'}://127.0.0.1:${port}`;
  const { stop } = await launchBinary('/usr/sbin/nginx', words, url, { name: 'nginx' });
  return {
    url,
    tested,
    errors: () => readFileSync(join(folder, 'error.log'), 'utf8'),
    async stop() {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}
