import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { execa, type Options, type ResultPromise } from 'execa';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Environment } from './environment.ts';

/** A process of its own that takes requests on loopback. It ends when its parent ends. */
export interface Child {
  pid: number;
  url: string;
  /** Sends the signal and waits for the end. SIGTERM is followed by SIGKILL where it does not end within the grace. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** SIGTERM, and the same. */
  stop(): Promise<void>;
}

export interface NodeChild extends Child {
  /** Milliseconds from the spawn to the line that said it is ready. */
  readyAfter: number;
  /** Sends a message and waits for the next one that comes back. */
  ask(message: string): Promise<unknown>;
  /** Milliseconds of CPU that it has used so far, user and system, all its threads. */
  cpu(): Promise<number>;
}

export interface LaunchOptions {
  /** For messages. */
  name: string;
  /** All that it gets of an environment, beside what a program needs to run at all. */
  env?: Environment;
  /** Takes every line that it prints; without it the lines are dropped once it is ready. */
  log?: (line: string) => void;
  /** Milliseconds in which it has to be ready; three minutes by default, which only end what never comes. */
  readyWithin?: number;
  /** Milliseconds after SIGTERM in which it may end by itself; five seconds by default. */
  grace?: number;
}

const preload = new URL('./in-child.ts', import.meta.url).href;
const inherited = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'NODE_OPTIONS', 'NODE_V8_COVERAGE', 'NODE_COMPILE_CACHE'];
/** So many last lines tell why it did not start. */
const toldLines = 20;
const knock = 50;

const Usage = Type.Object({ user: Type.Number(), system: Type.Number() });
const ReadyLine = Type.Object({ ready: Type.Literal(true), url: Type.String() });

/**
 * Starts a TypeScript program on this Node and waits for its line `{"ready":true,"url":...}`; other members may stand in it.
 * @throws Error with the end of what it printed, when it ends or stays silent before that; it is killed then
 */
export async function launchNode(
  main: URL,
  { flags = [], ...options }: LaunchOptions & { flags?: readonly string[] },
): Promise<NodeChild> {
  const began = performance.now();
  const args = [...flags, '--import', preload, fileURLToPath(main)];
  const subprocess = execa(process.execPath, args, { ...settingsOf(options), ipc: true });
  const launched = watch(subprocess, options);
  const url = await launched.untilReady(() => launched.readyLine);
  const ask = async (message: string) => {
    const [said] = await Promise.all([subprocess.getOneMessage(), subprocess.sendMessage(message)]);
    return said;
  };
  return {
    ...launched.child(url),
    readyAfter: performance.now() - began,
    ask,
    async cpu() {
      const { user, system } = Value.Parse(Usage, await ask('cpu'));
      return (user + system) / 1000;
    },
  };
}

/**
 * Starts a program and waits until something listens at the port of `url`.
 * @throws Error as `launchNode` does
 */
export async function launchBinary(
  file: string,
  args: readonly string[],
  url: string,
  options: LaunchOptions,
): Promise<Child> {
  const launched = watch(execa(file, args, settingsOf(options)), options);
  return launched.child(await launched.untilReady((end) => untilListening(url, end)));
}

function settingsOf({ env = {}, grace = 5000 }: LaunchOptions) {
  return {
    env: { ...surrounding(), ...env },
    extendEnv: false,
    stdin: 'ignore',
    buffer: false,
    reject: false,
    forceKillAfterDelay: grace,
  } as const satisfies Options;
}

/** A process and, once it has ended, how. */
type Watched = Pick<ResultPromise<ReturnType<typeof settingsOf>>, 'pid' | 'stdout' | 'stderr' | 'kill'> &
  PromiseLike<{ [how in 'signal' | 'exitCode' | 'code']?: string | number | undefined }>;

function watch(subprocess: Watched, { name, log, readyWithin = 180_000 }: LaunchOptions) {
  const ended = Promise.resolve(subprocess).then(({ signal, exitCode, code }) => signal ?? exitCode ?? code);
  const lastLines: string[] = [];
  const { promise: readyLine, resolve: foundReady } = Promise.withResolvers<string>();
  const readers = [subprocess.stdout, subprocess.stderr].map((input) =>
    createInterface({ input }).on('line', (line) => {
      log?.(line);
      lastLines.push(line);
      if (lastLines.length > toldLines) lastLines.shift();
      const url = urlIn(line);
      if (url !== undefined) foundReady(url);
    }),
  );

  async function untilReady(ready: (end: AbortSignal) => Promise<string>): Promise<string> {
    const over = new AbortController();
    const { signal } = over;
    try {
      return await Promise.race([
        ready(signal),
        ended.then((how) => Promise.reject(new Error(`${name} ended at its start (${how}):${told()}`))),
        pause(readyWithin, undefined, { signal }).then(() =>
          Promise.reject(new Error(`${name} was not ready in time:${told()}`)),
        ),
      ]);
    } catch (problem) {
      subprocess.kill('SIGKILL');
      throw problem;
    } finally {
      over.abort();
      if (log === undefined) dropLines();
    }
  }

  const told = () => `\n${lastLines.join('\n')}`;

  /** What it prints from now on is taken and dropped, so that it never waits for a reader and costs none. */
  function dropLines(): void {
    for (const reader of readers) reader.close();
    subprocess.stdout.resume();
    subprocess.stderr.resume();
  }

  async function kill(signal: NodeJS.Signals): Promise<void> {
    subprocess.kill(signal);
    await ended;
  }

  const child = (url: string): Child => ({
    pid: subprocess.pid ?? 0,
    url,
    kill,
    stop: () => kill('SIGTERM'),
  });
  return { readyLine, untilReady, child };
}

/** Where coverage is counted no compiled code is taken from a cache: what was not compiled there is not counted rightly. */
function surrounding(): Environment {
  const counted = process.env.NODE_V8_COVERAGE !== undefined;
  return Object.fromEntries(
    inherited.flatMap((key) => {
      const value = counted && key === 'NODE_COMPILE_CACHE' ? undefined : process.env[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** The address in a ready line. */
function urlIn(line: string): string | undefined {
  if (!line.startsWith('{') || !line.includes('"ready":true')) return undefined;
  const said: unknown = JSON.parse(line);
  return Value.Check(ReadyLine, said) ? said.url : undefined;
}

/** Knocks until somebody opens, or until `end`. */
async function untilListening(url: string, end: AbortSignal): Promise<string> {
  const { hostname, port } = new URL(url);
  for (;;) {
    const socket = connect(Number(port), hostname);
    try {
      await once(socket, 'connect');
      return url;
    } catch {
      await pause(knock, undefined, { signal: end });
    } finally {
      socket.destroy();
    }
  }
}
