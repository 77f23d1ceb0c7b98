import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePorts } from '../../../sandbox/free-ports.ts';

/** A clock tick of `/proc/<pid>/stat` on Linux, in milliseconds. */
const tick = 10;

export interface Nginx {
  url: string;
  /** Milliseconds of CPU of all its processes, in steps of 10. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts nginx as a plain proxy in front of `upstream`; undefined where none is installed or `/proc` is not there. */
export async function startNginx(upstream: string): Promise<Nginx | undefined> {
  if (process.platform !== 'linux' || spawnSync('nginx', ['-v']).error !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'lz-nginx-'));
  const [port = 0] = await freePorts('127.0.0.1', 1);
  const configuration = join(folder, 'nginx.conf');
  writeFileSync(configuration, configure(folder, port, new URL(upstream).host));
  const child = spawn('nginx', ['-c', configuration, '-p', folder, '-e', 'stderr'], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await untilAnswered(url, child);
  return {
    url,
    cpu: async () =>
      [child.pid ?? 0, ...childrenOf(child.pid ?? 0)].reduce((sum, pid) => sum + ticksOf(pid) * tick, 0),
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
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
  upstream sink { server ${upstream}; keepalive 64; }
  server {
    listen 127.0.0.1:${port};
    client_body_buffer_size 256k; client_max_body_size 1m; keepalive_requests 1000000;
    location = /relay { proxy_pass http://sink/sink; proxy_http_version 1.1; proxy_set_header Connection ""; }
  }
}
`;
}

async function untilAnswered(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (child.exitCode !== null) throw new Error('nginx ended at its start');
    try {
      await (await fetch(url)).arrayBuffer();
      return;
    } catch {
      await pause(50);
    }
  }
  throw new Error('nginx did not answer');
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
