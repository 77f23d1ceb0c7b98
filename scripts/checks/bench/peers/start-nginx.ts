import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execaSync } from 'execa';
import { freePorts } from '../../../sandbox/free-ports.ts';
import { launchBinary } from '../../../sandbox/launch.ts';

/** A clock tick of `/proc/<pid>/stat` on Linux, in milliseconds. */
const tick = 10;

export interface Nginx {
  url: string;
  /** Milliseconds of CPU of all its processes, in steps of 10. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

const locations =
  'location = /relay { proxy_pass http://bff/sink; proxy_http_version 1.1; proxy_set_header Connection ""; }';

/** Starts nginx in front of `upstream`, as a plain proxy. undefined where none is installed or `/proc` is not there. */
export async function startNginx(upstream: string): Promise<Nginx | undefined> {
  if (process.platform !== 'linux' || execaSync('nginx', ['-v'], { reject: false }).failed) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'lz-nginx-'));
  const [port = 0] = await freePorts('127.0.0.1', 1);
  const configuration = join(folder, 'nginx.conf');
  writeFileSync(configuration, configure(folder, port, new URL(upstream).host));
  const url = `http://127.0.0.1:${port}`;
  const args = ['-c', configuration, '-p', folder, '-e', 'stderr'];
  const { pid, stop } = await launchBinary('nginx', args, url, { name: 'nginx' });
  return {
    url,
    cpu: async () => [pid, ...childrenOf(pid)].reduce((sum, each) => sum + ticksOf(each) * tick, 0),
    async stop() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configure(folder: string, port: number, upstream: string): string {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  return `daemon off; worker_processes 1; pid ${folder}/nginx.pid;
events { worker_connections 512; }
http {
  access_log off; ${paths.join(' ')}
  upstream bff { server ${upstream}; keepalive 64; }
  server {
    listen 127.0.0.1:${port};
    client_body_buffer_size 256k; client_max_body_size 1m; keepalive_requests 1000000;
    ${locations}
  }
}
`;
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^[0-9]+$/.test(name))
    .map(Number)
    .filter((pid) => fieldsOf(pid)[1] === String(parent));
}

/** utime and stime: fields 14 and 15 of proc(5). */
function ticksOf(pid: number): number {
  const fields = fieldsOf(pid);
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

/** The fields after the program's name, which may hold blanks; none where the process is gone. */
function fieldsOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
