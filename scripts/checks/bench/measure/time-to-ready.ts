import type { Surroundings } from '../start-surroundings.ts';
import { type Spread, spread } from './figures.ts';

/** Milliseconds from the spawn of a BFF on an empty folder, migrations included, to the line that says it takes requests. */
export async function measureReady(
  surroundings: Surroundings,
  starts: number,
  progress: (step: string) => void,
): Promise<Spread> {
  const taken: number[] = [];
  for (let start = 1; start <= starts; start++) {
    progress(`time to ready, start ${start} of ${starts}`);
    const { bff } = await surroundings.startBff();
    taken.push(bff.readyAfter);
    await bff.stop();
  }
  return spread(taken);
}
