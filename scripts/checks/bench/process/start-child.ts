import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const preloads = ['./report-cpu.ts', '../../sandbox/exit-with-parent.ts'].flatMap((path) => [
  '--import',
  new URL(path, import.meta.url).href,
]);
/** Whatever is slower than this to start has failed. */
const readyWithin = 20_000;
/** A server may let requests that are under way come to their end. */
const stoppedWithin = 15_000;

/** A process of its own that serves on loopback. */
export interface Child {
  url: string;
  /** Milliseconds from the spawn to the line that said it is ready. */
  readyAfter: number;
  /** Milliseconds of CPU that the process has used so far, user and system, all its threads. */
  cpu(): Promise<number>;
  /** Sends a message and waits for the one answer. */
  ask(message: string): Promise<unknown>;
  stop(): Promise<void>;
}

/**
 * Starts a TypeScript program on this Node and waits for its line `{"ready":true,"url":...}`.
 * @throws Error when it ends or stays silent, with the end of what it said
 */
export async function startChild(
  main: URL,
  options: { env?: Record<string, string>; execArgv?: string[] } = {},
): Promise<Child> {
  const start = performance.now();
  const path = fileURLToPath(main);
  const child = spawn(process.execPath, [...(options.execArgv ?? []), ...preloads, path], {
    env: { PATH: process.env.PATH, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('a child without output');
  const url = await readyUrl(child, stdout, stderr, path);
  const readyAfter = performance.now() - start;

  const ask = async (message: string) => {
    const answer = once(child, 'message');
    child.send(message);
    const [said]: unknown[] = await answer;
    return said;
  };
  return {
    url,
    readyAfter,
    ask,
    async cpu() {
      const used = await ask('cpu');
      if (!isUsage(used)) throw new Error('no report of the CPU');
      return (used.user + used.system) / 1000;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), stoppedWithin);
      await ended;
      clearTimeout(timer);
    },
  };
}

async function readyUrl(
  child: ChildProcess,
  stdout: Readable,
  stderr: Readable,
  path: string,
): Promise<string> {
  const said: string[] = [];
  const remember = (line: string) => {
    said.push(line);
    if (said.length > 20) said.shift();
  };
  const errors = createInterface({ input: stderr }).on('line', remember);
  const lines = createInterface({ input: stdout });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const fail = () => reject(new Error(`${path} did not become ready:\n${said.join('\n')}`));
  lines.on('line', (line) => {
    remember(line);
    const url = urlIn(line);
    if (url !== undefined) resolve(url);
  });
  child.once('exit', fail);
  const timer = setTimeout(fail, readyWithin);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    child.off('exit', fail);
    // From here on what it logs is taken and dropped, so that it never waits for a reader.
    lines.close();
    errors.close();
    stdout.resume();
    stderr.resume();
  }
}

function urlIn(line: string): string | undefined {
  if (!line.includes('"ready":true')) return undefined;
  const said: unknown = JSON.parse(line);
  const url = typeof said === 'object' && said !== null && 'url' in said ? said.url : undefined;
  return typeof url === 'string' ? url : undefined;
}

function isUsage(value: unknown): value is NodeJS.CpuUsage {
  return (
    typeof value === 'object' &&
    value !== null &&
    'user' in value &&
    'system' in value &&
    typeof value.user === 'number' &&
    typeof value.system === 'number'
  );
}
