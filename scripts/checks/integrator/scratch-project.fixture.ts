import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { execa } from 'execa';

const modules = join(import.meta.dirname, '..', '..', '..', 'node_modules');

/** A project of somebody else's, in a folder of its own: its packages as they come from npm, and nothing of this tree. */
export function scratchProject() {
  const folder = mkdtempSync(join(tmpdir(), 'an-integrator-'));
  cpSync(join(import.meta.dirname, 'project'), folder, { recursive: true });
  const { dependencies }: { dependencies: object } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  for (const name of Object.keys(dependencies)) {
    const place = join(folder, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(modules, name), place);
  }

  /** A program of the project, which says a line of JSON at a time. */
  function run(file: string, ...args: string[]) {
    const child = execa(process.execPath, [join(folder, file), ...args], {
      cwd: folder,
      stdin: 'pipe',
      reject: false,
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return {
      async next(): Promise<Record<string, unknown>> {
        const { done, value } = await lines.next();
        if (done) throw new Error(`${file} ended: ${(await child).stderr}`);
        return JSON.parse(value);
      },
      tell: () => void child.stdin.write('\n'),
      exit: async () => {
        const { exitCode, stderr } = await child;
        return { exitCode, stderr };
      },
      kill: () => child.kill('SIGKILL'),
    };
  }

  return {
    run,
    file: (name: string) => join(folder, name),
    /** Puts one file in the place of another, at once. */
    replace: (name: string, by: string) => renameSync(join(folder, by), join(folder, name)),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
