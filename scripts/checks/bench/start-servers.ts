import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bffEnvironment } from '../../sandbox/environment.ts';
import { freePorts } from '../../sandbox/free-ports.ts';
import { launchNode, type NodeChild } from '../../sandbox/launch.ts';
import { makeSandbox } from '../../sandbox/make-sandbox.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { storeSessions } from './drive/store-sessions.ts';

const host = '127.0.0.1';
/** A BFF may let requests that are under way come to their end, and write its profile. */
const grace = 15_000;
const mains = {
  bff: new URL('../../../bff/src/main.ts', import.meta.url),
  stub: new URL('../../stand-ins/authority/main.ts', import.meta.url),
};

/** A BFF as it is shipped, in a process of its own. */
export interface RunningBff {
  bff: NodeChild;
  sandbox: Sandbox;
}

export interface StartOptions {
  /** A folder that takes a CPU profile of the BFF when it stops. */
  profile?: string | undefined;
  /** So many ended sessions are stored before it starts. */
  sessions?: number;
}

/** The stubs around a BFF, and as many BFFs as are wanted, each on an empty database of its own. */
export interface BenchServers {
  stub: NodeChild;
  startBff(options?: StartOptions): Promise<RunningBff>;
  stop(): Promise<void>;
}

/** Starts the stubs: authority and login platform in one process. */
export async function startServers(): Promise<BenchServers> {
  const folder = mkdtempSync(join(tmpdir(), 'lz-bench-'));
  const pristine = makeSandbox(join(folder, 'pristine'));
  // The registry's statements count under the root that the BFF has pinned: the stub signs by the same one.
  const env = { BENCH_BFF_ID: pristine.bffId, BENCH_ROOT: rootOf(pristine) };
  const stub = await launchNode(mains.stub, { name: 'stub authority', env });
  let started = 0;
  return {
    stub,
    async startBff({ profile, sessions = 0 } = {}) {
      const own = join(folder, `bff-${started++}`);
      cpSync(pristine.folder, own, { recursive: true });
      const sandbox = makeSandbox(own);
      const file = join(sandbox.folder, sandbox.database);
      if (sessions > 0)
        await storeSessions(
          file,
          sessions,
          sandbox.counters.map(({ id }) => id),
        );
      const [bffPort = 0] = await freePorts(host, 1);
      const addresses = { host, bffPort, authorityUrl: stub.url, platformUrl: stub.url };
      const env = {
        ...bffEnvironment(sandbox, addresses, 'info'),
        // A few phones and counters make the load of thousands here.
        LZ_QUOTA_FACTOR: '1000',
        LZ_READY_LINE: '1',
      };
      const flags = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
      return { bff: await launchNode(mains.bff, { name: 'bff', env, flags, grace }), sandbox };
    },
    async stop() {
      await stub.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The authority's root as a private JWK. */
function rootOf({ folder, authority }: Sandbox): string {
  const read = (path: string): object => JSON.parse(readFileSync(join(folder, path), 'utf8'));
  const { root }: { root?: string } = read(join(authority.folder, 'authority-keys.json'));
  return JSON.stringify({ ...read(authority.root), d: root });
}
