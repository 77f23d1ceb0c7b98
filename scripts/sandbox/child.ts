import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Environment } from './environment.ts';

/** A child process of the sandbox. */
export interface Child {
  pid: number;
  /** The address that it printed when it was ready; empty where it is asked over HTTP instead. */
  url: string;
  exited: Promise<void>;
  kill(signal: NodeJS.Signals): Promise<void>;
}

const preload = new URL('./exit-with-parent.ts', import.meta.url).href;
/** What a child gets of the surrounding environment; all else is its own. */
const inherited = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'NODE_OPTIONS', 'NODE_V8_COVERAGE'];

export interface ChildOptions {
  /** For messages. */
  name: string;
  main: URL;
  env: Environment;
  /** Takes every line that the child prints. */
  log: (line: string) => void;
  readyWithin: number;
}

/**
 * Starts a main of this repository with this Node and waits for its line `{"ready":true,"url":...}`.
 * @throws Error when it ends or stays silent before that; it is killed then
 */
export async function startChild({ name, main, env, log, readyWithin }: ChildOptions): Promise<Child> {
  const around = Object.fromEntries(
    inherited.flatMap((key) => {
      const value = process.env[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
  const child = spawn(process.execPath, ['--import', preload, fileURLToPath(main)], {
    env: { ...around, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const exited = once(child, 'exit').then(() => undefined);
  const url = await readyUrl(child, log, name, readyWithin).catch(async (error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    pid: child.pid ?? 0,
    url,
    exited,
    async kill(signal) {
      child.kill(signal);
      await exited;
    },
  };
}

function readyUrl(
  child: ChildProcess,
  log: (line: string) => void,
  name: string,
  readyWithin: number,
): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const timer = setTimeout(() => reject(new Error(`${name} was not ready in time`)), readyWithin);
  const lastLines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      log(line);
      lastLines.splice(0, lastLines.length - 20);
      lastLines.push(line);
      const url = urlOf(line);
      if (url !== undefined) resolve(url);
    });
  }
  child.once('error', reject);
  child.once('exit', (code, signal) => {
    reject(new Error(`${name} ended at its start (${signal ?? code}):\n${lastLines.join('\n')}`));
  });
  return promise.finally(() => clearTimeout(timer));
}

/** The address in a ready line; a JSON log line with other members is a ready line too. */
function urlOf(line: string): string | undefined {
  if (!line.startsWith('{') || !line.includes('"ready":true')) return undefined;
  const parsed: unknown = JSON.parse(line);
  if (typeof parsed !== 'object' || parsed === null || !('url' in parsed)) return undefined;
  return typeof parsed.url === 'string' ? parsed.url : undefined;
}
