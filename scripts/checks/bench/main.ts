import { Misused, runCommand } from '../../program/run-command.ts';
import { measurePush } from './measure/push-latency.ts';
import { measureRelay } from './measure/relay.ts';
import { measureSealing } from './measure/sealing.ts';
import { measureStored } from './measure/stored.ts';
import { measureTakeover } from './measure/takeover.ts';
import { measureReady } from './measure/time-to-ready.ts';
import { measureVerification } from './measure/whole-verification.ts';
import { type BenchFigures, goals, parts, report } from './report.ts';
import { startServers } from './start-servers.ts';

const usage = `npm run bench -- [--only PART] [--json] [--quick] [--profile DIR]

The figures of the product as ratios against peers on the same machine.

  --only PART     one of ${parts.join(', ')}
  --json          prints them as one object
  --quick         takes fewer rounds, to see that all runs
  --profile DIR   also writes a CPU profile of the BFF
`;

const start = performance.now();
const progress = (step: string) => {
  process.stderr.write(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${step}\n`);
};

interface Chosen {
  only?: string | undefined;
  quick: boolean;
  profile?: string | undefined;
}

async function measure({ only, quick, profile }: Chosen): Promise<Partial<BenchFigures>> {
  const rounds = quick ? 2 : 7;
  const verifications = quick ? 100 : 600;
  const takeovers = quick ? 20 : 300;
  const sessions = quick ? 100_000 : 1_000_000;
  const servers = await startServers();
  const measured: { [part in keyof BenchFigures]: () => Promise<BenchFigures[part]> } = {
    ready: () => measureReady(servers, quick ? 2 : 5, progress),
    sealing: () => measureSealing(progress),
    verification: () => measureVerification(servers, { rounds, profile }, progress),
    relay: () => measureRelay(servers, rounds, progress),
    push: () => measurePush(servers, verifications, progress),
    takeover: () => measureTakeover(servers, takeovers, progress),
    stored: () => measureStored(servers, { rounds, sessions }, progress),
  };
  const figures: Partial<BenchFigures> = {};
  const take = async <P extends keyof BenchFigures>(part: P) => {
    figures[part] = await measured[part]();
  };
  try {
    for (const part of parts) if (only === undefined || only === part) await take(part);
  } finally {
    await servers.stop();
  }
  return figures;
}

/** `npm run bench`. */
await runCommand({
  usage,
  options: {
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
  async run(_, { only, json, quick, profile }) {
    if (only !== undefined && !parts.some((part) => part === only))
      throw new Misused(`There is no part ${only}. There are: ${parts.join(', ')}.`);
    const figures = await measure({ only, quick, profile });
    process.stdout.write(json ? `${JSON.stringify({ ...figures, goals })}\n` : report(figures));
  },
});
