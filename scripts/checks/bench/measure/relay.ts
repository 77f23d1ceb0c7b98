import { Pool } from 'undici';
import { launchNode } from '../../../sandbox/launch.ts';
import { openPairs } from '../drive/open-pairs.ts';
import { send } from '../drive/send.ts';
import { envelope, openCheck } from '../drive/verification.ts';
import { startNginx } from '../peers/start-nginx.ts';
import type { BenchServers } from '../start-servers.ts';
import { pairedRatio, type Spread, spread } from './figures.ts';
import { cpuOf, inLanes, upTo } from './in-lanes.ts';

const bareRelay = new URL('../peers/bare-relay-server.ts', import.meta.url);
const perRound = 160;
/** As many uploads at once as the figures of other relays were taken with. */
const uploads = 32;

/** Microseconds of CPU a request, but for the ratios. */
export interface RelayFigures {
  relay: Spread;
  /** A request that is authenticated in the same way and changes the same state, but carries no body: to decline. */
  decline: Spread;
  bareRelay: Spread;
  bareNothing: Spread;
  nginx: Spread | undefined;
  /** The whole request, with its authentication, state change and audit, to the bare relay, which has none of it. */
  whole: Spread;
  /** What is left when authentication, state and audit are taken off: relay - (decline - bare nothing), to the bare relay. */
  path: Spread;
  toNginx: Spread | undefined;
}

/** Measures the relay of a sample against the least that relays, in turns. */
export async function measureRelay(
  servers: BenchServers,
  rounds: number,
  progress: (step: string) => void,
): Promise<RelayFigures> {
  const upstream = servers.stub.url;
  const { bff, pairs, close } = await openPairs(servers, uploads);
  const bare = await launchNode(bareRelay, { name: 'bare relay', env: { BENCH_UPSTREAM: upstream } });
  const nginx = await startNginx(upstream);
  const barePool = new Pool(bare.url, { connections: uploads });
  const nginxPool = nginx && new Pool(nginx.url, { connections: uploads });
  const headers = { 'content-type': 'application/octet-stream', 'content-length': String(envelope.length) };
  const upload = async (pool: Pool) => {
    await send(pool, { method: 'PUT', path: '/relay', headers, body: envelope }, 202);
  };
  const sessions = new Map<number, string>();
  const phoneOf = (index: number) => {
    const phone = pairs[index % pairs.length]?.phone;
    const sessionId = sessions.get(index);
    if (phone === undefined || sessionId === undefined) throw new Error('a check that was not opened');
    return { phone, sessionId };
  };
  const each = (work: (index: number) => Promise<void>) => () => inLanes(uploads, upTo(perRound), work);

  async function round(): Promise<
    Record<'relay' | 'decline' | 'bareRelay' | 'bareNothing' | 'nginx', number>
  > {
    await each(async (index) => {
      const pair = pairs[index % pairs.length];
      if (pair !== undefined) sessions.set(index, (await openCheck(pair)).id);
    })();
    const relay = await cpuOf(
      bff,
      perRound,
      each(async (index) => {
        const { phone, sessionId } = phoneOf(index);
        await phone.relay(sessionId, 'face', envelope);
      }),
    );
    const bareUpload = await cpuOf(
      bare,
      perRound,
      each(() => upload(barePool)),
    );
    const decline = await cpuOf(
      bff,
      perRound,
      each(async (index) => {
        const { phone, sessionId } = phoneOf(index);
        await phone.decline(sessionId);
      }),
    );
    const nothing = async () => void (await send(barePool, { method: 'POST', path: '/nothing' }, 200));
    const bareNothing = await cpuOf(bare, perRound, each(nothing));
    const proxied =
      nginx && nginxPool
        ? await cpuOf(
            nginx,
            perRound,
            each(() => upload(nginxPool)),
          )
        : Number.NaN;
    return { relay, decline, bareRelay: bareUpload, bareNothing, nginx: proxied };
  }

  try {
    progress('relay: warming up');
    for (let warm = 0; warm < 2; warm++) await round();
    const taken: Awaited<ReturnType<typeof round>>[] = [];
    for (let count = 1; count <= rounds; count++) {
      progress(`relays of 200 KB, round ${count} of ${rounds}`);
      taken.push(await round());
    }
    const column = (name: keyof (typeof taken)[number]) => taken.map((row) => row[name] * 1000);
    const relay = column('relay');
    const bareColumn = column('bareRelay');
    return {
      relay: spread(relay),
      decline: spread(column('decline')),
      bareRelay: spread(bareColumn),
      bareNothing: spread(column('bareNothing')),
      nginx: nginx && spread(column('nginx')),
      whole: pairedRatio(relay, bareColumn),
      path: pairedRatio(
        taken.map((row) => (row.relay - (row.decline - row.bareNothing)) * 1000),
        bareColumn,
      ),
      toNginx: nginx && pairedRatio(relay, column('nginx')),
    };
  } finally {
    await close();
    await Promise.all([barePool.close(), nginxPool?.close()]);
    await Promise.all([bare.stop(), nginx?.stop()]);
  }
}
