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
];
const unbuilt = /\.(test|fixture)\.ts$|(^|\/)(testing|vectors)\//;

/** Changes when anything changes that a build of `target` is made from. */
export function sourceHash(root: string, target: Target, settings: BuildSettings): string {
  const hash = createHash('sha256').update(target);
  for (const [name, value] of Object.entries(settings).sort()) hash.update(`\n${name}=${value}`);
  const files = globSync(sources, { cwd: root }).filter((file) => !unbuilt.test(file));
  for (const file of files.sort()) hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
