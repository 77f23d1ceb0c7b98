import type { BenchServers } from '../start-servers.ts';
import { type Spread, spread } from './figures.ts';

/** Milliseconds from the spawn of a BFF on an empty folder, migrations included, to the line that says it takes requests. */
export async function measureReady(
  servers: BenchServers,
  starts: number,
  progress: (step: string) => void,
): Promise<Spread> {
  const taken: number[] = [];
  for (let start = 1; start <= starts; start++) {
    progress(`time to ready, start ${start} of ${starts}`);
    const { bff } = await servers.startBff();
    taken.push(bff.readyAfter);
    await bff.stop();
  }
  return spread(taken);
}
