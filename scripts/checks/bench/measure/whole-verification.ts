import { Pool } from 'undici';
import { launchNode, type NodeChild } from '../../../sandbox/launch.ts';
import { makeSigningKey } from '../../../stand-ins/authority/signing-key.ts';
import { type DeviceFlow, deviceFlow } from '../drive/device-flow.ts';
import { openPairs } from '../drive/open-pairs.ts';
import { verification } from '../drive/verification.ts';
import type { BenchServers } from '../start-servers.ts';
import { pairedRatio, type Spread, spread } from './figures.ts';
import { cpuOf, inLanes, upTo } from './in-lanes.ts';

const deviceFlowServer = new URL('../peers/device-flow-server.ts', import.meta.url);
const lanes = 8;
const perRound = { sequential: 40, concurrent: 160 };
/** Until the compilers have seen enough of every server. */
const warmUp = 960;

const deviceFlows = ['direct', 'pages', 'polling'] as const satisfies readonly DeviceFlow[];

/** Milliseconds of CPU for each verification and for each device flow, and ours in relation to theirs. */
export interface Comparison {
  bff: Spread;
  peers: { flow: DeviceFlow; cpu: Spread; ratio: Spread }[];
}
export interface WholeVerification {
  sequential: Comparison;
  concurrent: Comparison;
}

interface Contestant {
  server: NodeChild;
  once(lane: number): Promise<void>;
  sequential: number[];
  concurrent: number[];
}

/** Measures whole verifications against whole device flows of oidc-provider, in turns. */
export async function measureVerification(
  servers: BenchServers,
  { rounds, profile }: { rounds: number; profile: string | undefined },
  progress: (step: string) => void,
): Promise<WholeVerification> {
  const { bff, pairs, close } = await openPairs(servers, lanes, { profile });
  const peers = await startPeers();
  const ours = contestant(bff, async (lane) => {
    const pair = pairs[lane];
    if (pair !== undefined) await verification(pair);
  });
  const contestants = [ours, ...peers.contestants];
  const measure = ({ server, once }: Contestant, width: number, count: number) =>
    cpuOf(server, count, () => inLanes(width, upTo(count), (_, lane) => once(lane)));
  try {
    progress('warming up BFF and oidc-provider');
    for (const each of contestants) await measure(each, lanes, warmUp);
    for (let round = 1; round <= rounds; round++) {
      progress(`whole verifications and device flows, round ${round} of ${rounds}`);
      for (const each of contestants) each.sequential.push(await measure(each, 1, perRound.sequential));
      for (const each of contestants) each.concurrent.push(await measure(each, lanes, perRound.concurrent));
    }
  } finally {
    await close();
    await peers.stop();
  }
  const compare = (how: 'sequential' | 'concurrent'): Comparison => ({
    bff: spread(ours[how]),
    peers: deviceFlows.map((flow, index) => {
      const cpu = peers.contestants[index]?.[how] ?? [];
      return { flow, cpu: spread(cpu), ratio: pairedRatio(ours[how], cpu) };
    }),
  });
  return { sequential: compare('sequential'), concurrent: compare('concurrent') };
}

/** One oidc-provider with bare steps, and one with its own pages that serves both flows with pages. */
async function startPeers(): Promise<{ contestants: Contestant[]; stop(): Promise<void> }> {
  const client = makeSigningKey();
  const key = JSON.stringify({ ...client.jwk, kid: 'client', use: 'sig', alg: 'ES256' });
  const start = async (interactions: 'direct' | 'pages') => {
    const env = { BENCH_INTERACTIONS: interactions, BENCH_CLIENT_KEY: key };
    const server = await launchNode(deviceFlowServer, { name: 'oidc-provider', env });
    return { server, pool: new Pool(server.url, { connections: 64 }) };
  };
  const servers = { direct: await start('direct'), pages: await start('pages') };
  return {
    contestants: deviceFlows.map((flow) => {
      const { server, pool } = servers[flow === 'direct' ? 'direct' : 'pages'];
      return contestant(server, () => deviceFlow(pool, { issuer: server.url, client, flow }));
    }),
    async stop() {
      for (const { server, pool } of Object.values(servers)) {
        await pool.close();
        await server.stop();
      }
    },
  };
}

function contestant(server: NodeChild, once: Contestant['once']): Contestant {
  return { server, once, sequential: [], concurrent: [] };
}
