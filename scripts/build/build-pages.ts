import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execaSync } from 'execa';
import { buildEmbed } from './build-embed.ts';
import { settingsOfEnvironment } from './build-settings.ts';
import { compressFolder } from './compress.ts';
import { writeOfficerManifest } from './officer-manifest.ts';
import { hashFiles } from './source-hash.ts';

const sources = [
  'package-lock.json',
  'scripts/build/{build-pages,build-embed,compress,officer-manifest}.ts',
  'bff/web/**/*.*',
  'shared/**/*.ts',
];

/**
 * Builds the pages that the BFF serves into `bff/dist/web`, unless they are there and made from the same sources. They stand
 * there whole or not at all. The officers' page is built for the root key that LIANGZHENG_TRUST names, where it names one.
 * @throws Error with what Vite printed
 */
export function buildPages(root: string): 'built' | 'up-to-date' {
  const output = join(root, 'bff', 'dist', 'web');
  const { LIANGZHENG_TRUST: trust } = settingsOfEnvironment();
  const hash = hashFiles(root, sources, `pages ${trust}`);
  const stamp = join(output, '.stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return 'up-to-date';
  const fresh = `${output}-${process.pid}`;
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { failed, all } = execaSync(
    process.execPath,
    [vite, 'build', '--outDir', fresh, '--logLevel', 'warn'],
    {
      cwd: join(root, 'bff', 'web'),
      env: { NODE_ENV: 'production' },
      ...{ all: true, reject: false },
    },
  );
  if (failed) throw new Error(`the pages were not built\n${all}`);
  buildEmbed(root, fresh);
  writeOfficerManifest(fresh, trust);
  compressFolder(fresh);
  writeFileSync(join(fresh, '.stamp'), hash);
  rmSync(output, { recursive: true, force: true });
  renameSync(fresh, output);
  return 'built';
}
