import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const unbuilt = /\.(test|fixture)\.ts$|(^|\/)(testing|vectors)\//;

/** Changes when a file that one of the patterns names changes, comes or goes, or `said` does. Tests do not count. */
export function hashFiles(root: string, patterns: string[], said: string): string {
  const hash = createHash('sha256').update(said);
  const files = globSync(patterns, { cwd: root }).filter((file) => !unbuilt.test(file));
  for (const file of files.sort()) hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
