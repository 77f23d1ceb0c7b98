import { authorityEnvironment, bffEnvironment, platformEnvironment } from './environment.ts';
import { freePorts } from './free-ports.ts';
import { launchNode, type NodeChild } from './launch.ts';
import { makeOperator } from './make-operator.ts';
import { makeSandbox } from './make-sandbox.ts';
import { setOwnClock } from './own-clock.ts';
import type { Sandbox } from './sandbox.ts';

export interface SandboxOptions {
  /** The data folder; made when it is missing. */
  data: string;
  /** The folder of synthetic citizens. */
  people: string;
  /** The BFF's port; any free one by default. */
  port?: number;
  /** Which seal suite challenges ask for; 1 by default. */
  suite?: 1 | 17;
  /** false: the authority starts without face and voice, for what decides by `stub-decision` only. */
  engines?: boolean;
  /** The BFF's log level; `info` by default. */
  logLevel?: string;
  /** `platform`: WeChat and Alipay take the faces of who logs in there; `off` by default. */
  faceVerifier?: 'off' | 'platform';
  /** Changes to the BFF's environment. */
  bffEnv?: Record<string, string>;
  log?: (who: 'authority' | 'platform' | 'bff' | 'reader', line: string) => void;
  /** Starts a card reader for the officers' page. */
  cardReader?: true;
}

/** A process that can be killed and started again at the same address with the same data. */
export interface Restartable {
  readonly pid: number;
  /** Sends the signal and waits for the end; SIGTERM is followed by SIGKILL after five seconds. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Starts it again, ending it first where it still runs; by the true clock. */
  restart(): Promise<void>;
  /** So many milliseconds ahead of the true clock it lives from now on. */
  setClock(ahead: number): Promise<void>;
}

export interface RunningSandbox {
  bffUrl: string;
  /** Where the card reader answers, if one was started. */
  readerUrl: string | undefined;
  authorityUrl: string;
  platformUrl: string;
  /** Opens the authority's scripted mode. */
  apiKey: string;
  /** Opens the operator API, as the sandbox's own operator. */
  operatorToken: string;
  /** Where registry, keys and databases lie. */
  sandbox: Sandbox;
  bff: Restartable;
  authority: Restartable;
  /** All three, and this process with its phones and counters, live so many milliseconds ahead of the true clock from now on. */
  setClock(ahead: number): Promise<void>;
  /** Ends all three, by pid. */
  stop(): Promise<void>;
}

const host = '127.0.0.1';
const mains = {
  authority: new URL('../authority/main.ts', import.meta.url),
  platform: new URL('../stand-ins/platforms/main.ts', import.meta.url),
  bff: new URL('../../bff/src/main.ts', import.meta.url),
  reader: new URL('../stand-ins/officer/card-reader.ts', import.meta.url),
};

/** Starts authority, platforms and BFF as child processes and waits until all are ready. They stop with their parent. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const { people, suite = 1, engines = true, logLevel = 'info', faceVerifier = 'off', log } = options;
  const sandbox = makeSandbox(options.data);
  const [authorityPort = 0, platformPort = 0, freePort = 0] = await freePorts(host, 3);
  const bffPort = options.port ?? freePort;
  const running: Restartable[] = [];

  async function start(who: keyof typeof mains, env: Record<string, string>): Promise<Restartable> {
    const heard = log && { log: (line: string) => log(who, line) };
    const begin = () => launchNode(mains[who], { name: who, env, ...heard });
    const process = restartable(await begin(), begin);
    running.push(process);
    return process;
  }

  try {
    const authorityUrl = `http://${host}:${authorityPort}`;
    const platformUrl = `http://${host}:${platformPort}`;
    const officerOrigin = `http://localhost:${bffPort}`;
    const authorityEnv = { host, port: authorityPort, people, suite, engines, platformUrl, officerOrigin };
    const [authority] = await allOrThrow([
      start('authority', authorityEnvironment(sandbox, authorityEnv)),
      start('platform', platformEnvironment(sandbox, host, platformPort)),
    ]);
    const reader = options.cardReader && (await launchNode(mains.reader, { name: 'reader', env: {} }));
    if (reader !== undefined) running.push(restartable(reader, async () => reader));
    const addresses = { host, bffPort, authorityUrl, platformUrl };
    const bffEnv = {
      ...bffEnvironment(sandbox, addresses, logLevel),
      LZ_FACE_VERIFIER: faceVerifier,
      ...(reader !== undefined && { LZ_CARD_READER: reader.url }),
      ...options.bffEnv,
    };
    const { token: operatorToken } = await makeOperator(sandbox, `http://${host}:${bffPort}`);
    const bff = await start('bff', bffEnv);
    return {
      operatorToken,
      bffUrl: `http://${host}:${bffPort}`,
      readerUrl: reader?.url,
      authorityUrl,
      platformUrl,
      apiKey: sandbox.authority.apiKey,
      sandbox,
      bff,
      authority,
      async setClock(ahead) {
        await Promise.all(running.map((each) => each.setClock(ahead)));
        setOwnClock(ahead);
      },
      stop: () => stopAll(running),
    };
  } catch (error) {
    await stopAll(running);
    throw error;
  }
}

/** Waits for both to end their start, well or not, so that nobody is left behind when one of them fails. */
async function allOrThrow<T>([first, second]: [Promise<T>, Promise<T>]): Promise<[T, T]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}

function restartable(first: NodeChild, begin: () => Promise<NodeChild>): Restartable {
  let child = first;
  return {
    get pid() {
      return child.pid;
    },
    kill: (signal) => child.kill(signal),
    setClock: async (ahead) => void (await child.ask(`clock ${ahead}`)),
    async restart() {
      await child.kill('SIGTERM');
      child = await begin();
    },
  };
}

async function stopAll(running: Restartable[]): Promise<void> {
  await Promise.all(running.map((process) => process.kill('SIGTERM')));
}
