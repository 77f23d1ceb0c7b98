import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface OutputSize {
  /** What must be there before the first page shows. */
  mainPackageBytes: number;
  totalBytes: number;
}

/** Adds up the files under `folder`, as they are before compression; those of the `subpackages` are not part of the main package. */
export function measureOutput(folder: string, subpackages: readonly string[]): OutputSize {
  const size = { mainPackageBytes: 0, totalBytes: 0 };
  for (const file of globSync('**/*', { cwd: folder, exclude: ['**/*.{br,gz}'] })) {
    const facts = statSync(join(folder, file));
    if (!facts.isFile()) continue;
    size.totalBytes += facts.size;
    const name = file.replaceAll('\\', '/');
    if (!subpackages.some((part) => name.startsWith(`${part}/`))) size.mainPackageBytes += facts.size;
  }
  return size;
}
