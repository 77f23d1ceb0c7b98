import { execa } from 'execa';
import { stripTypes } from '../seal/strip-types.ts';
import { type Spread, spread } from './figures.ts';

/** Without compilers nothing warms up. */
const seals = { compiled: { warmUp: 20, counted: 30 }, interpreted: { warmUp: 1, counted: 9 } };

/** Milliseconds for 200 KB. */
export interface Sealing {
  suite: 1 | 17;
  compiled: Spread;
  /** With `--jitless`, as JavaScript runs in mini-programs on iOS. */
  interpreted: Spread;
}

/** Measures what the phone does with a sample, in processes of its own. */
export async function measureSealing(progress: (step: string) => void): Promise<Sealing[]> {
  progress('sealing 200 KB, with and without JIT');
  const stripped = stripTypes();
  try {
    const compiled = await sealAgain(stripped.main, [], seals.compiled);
    const interpreted = await sealAgain(stripped.main, ['--jitless'], seals.interpreted);
    return ([1, 17] as const).map((suite) => ({
      suite,
      compiled: spread(compiled.get(suite) ?? []),
      interpreted: spread(interpreted.get(suite) ?? []),
    }));
  } finally {
    stripped.remove();
  }
}

async function sealAgain(
  main: string,
  flags: string[],
  { warmUp, counted }: { warmUp: number; counted: number },
): Promise<Map<number, number[]>> {
  const { stdout } = await execa(process.execPath, [...flags, main, String(warmUp), String(counted)], {
    lines: true,
  });
  return new Map(
    stdout.map((line): [number, number[]] => {
      const { suite, milliseconds }: { suite: number; milliseconds: number[] } = JSON.parse(line);
      return [suite, milliseconds];
    }),
  );
}
