import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildSettings } from './build-settings.ts';
import type { Target } from './targets.ts';

const sources = [
  'package-lock.json',
  'miniprogram/*.{json,cjs}',
  'miniprogram/config/**/*.*',
  'miniprogram/src/**/*.*',
  'shared/**/*.ts',
  'scripts/build/compress.ts',
];
const unbuilt = /\.(test|fixture)\.ts$|(^|\/)(testing|vectors)\//;

/** Changes when anything changes that a build of `target` is made from. */
export function sourceHash(root: string, target: Target, settings: BuildSettings): string {
  const said = Object.entries(settings).sort();
  return hashFiles(root, sources, [target, ...said.map(([name, value]) => `${name}=${value}`)].join('\n'));
}

/** Changes when a file that one of the patterns names changes, comes or goes, or `said` does. Tests do not count. */
export function hashFiles(root: string, patterns: string[], said: string): string {
  const hash = createHash('sha256').update(said);
  const files = globSync(patterns, { cwd: root }).filter((file) => !unbuilt.test(file));
  for (const file of files.sort()) hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
