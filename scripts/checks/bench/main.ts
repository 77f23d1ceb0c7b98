// `npm run bench`: the figures of the product as ratios against peers on the same machine. `--json` prints them as one object;
// `--quick` takes fewer rounds, to see that all runs; `--profile DIR` also writes a CPU profile of the BFF.
import { parseArgs } from 'node:util';
import { measurePush } from './measure/push-latency.ts';
import { measureRelay } from './measure/relay.ts';
import { measureSealing } from './measure/sealing.ts';
import { measureStored } from './measure/stored.ts';
import { measureReady } from './measure/time-to-ready.ts';
import { measureVerification } from './measure/whole-verification.ts';
import { type BenchFigures, goals, report } from './report.ts';
import { startServers } from './start-servers.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
});
const rounds = values.quick ? 2 : 7;
const starts = values.quick ? 2 : 5;
const verifications = values.quick ? 100 : 600;
const sessions = values.quick ? 100_000 : 1_000_000;

const start = performance.now();
const progress = (step: string) => {
  process.stderr.write(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${step}\n`);
};

const servers = await startServers();
try {
  const figures = await measure();
  process.stdout.write(values.json ? `${JSON.stringify({ ...figures, goals })}\n` : report(figures));
} finally {
  await servers.stop();
}

async function measure(): Promise<BenchFigures> {
  const { profile } = values;
  return {
    ready: await measureReady(servers, starts, progress),
    sealing: await measureSealing(progress),
    verification: await measureVerification(servers, { rounds, profile }, progress),
    relay: await measureRelay(servers, rounds, progress),
    push: await measurePush(servers, verifications, progress),
    stored: await measureStored(servers, { rounds, sessions }, progress),
  };
}
