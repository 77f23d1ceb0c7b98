import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs', '*.css', '*.scss'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  // Written by a machine, and read by none but the compiler.
  .filter((file) => file !== '' && file !== 'scripts/sdk/src/api.ts' && existsSync(join(root, file)));

const linesOf = (file: string) => readFileSync(join(root, file), 'utf8').split('\n').length - 1;

/** How many files stand in each folder below `part`, in no folder of it. */
function crowds(part: string): [folder: string, files: number][] {
  const counted = new Map<string, number>();
  for (const file of files.filter((path) => path.startsWith(`${part}/`)))
    counted.set(dirname(file), (counted.get(dirname(file)) ?? 0) + 1);
  return [...counted];
}

describe('the tree can be read', () => {
  it('no file has more than 300 lines', () => {
    expect(files.filter((file) => linesOf(file) > 300)).toEqual([]);
  });

  it.each([
    ['bff/src/http', 12],
    ['miniprogram/src/platform', 20],
  ])('no folder of %s holds more than %i files', (part, most) => {
    expect(crowds(part).filter(([, count]) => count > most)).toEqual([]);
    expect(crowds(part).length).toBeGreaterThan(3);
  });

  it('pieces that only make sense together stand together: of a hundred files fewer than 15 have 20 lines or fewer', () => {
    const sources = files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'));
    const small = sources.filter((file) => linesOf(file) <= 20);
    expect(small.length).toBeLessThan(0.15 * sources.length);
  });
});
