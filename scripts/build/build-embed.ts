import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execaSync } from 'execa';

const name = 'liangzheng-counter';

/**
 * Makes `<liangzheng-counter>` in the folder `embed` of the built pages: under a name of its own, and under one that carries its hash,
 * with `liangzheng-counter.json` to say which, and the hash that a page may demand of it (Subresource Integrity).
 * @throws Error with what Vite printed
 */
export function buildEmbed(root: string, pages: string): void {
  const folder = join(pages, 'embed');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { failed, all } = execaSync(
    process.execPath,
    [vite, 'build', '--outDir', folder, '--logLevel', 'warn'],
    {
      cwd: join(root, 'bff', 'web', 'embed'),
      env: { NODE_ENV: 'production' },
      ...{ all: true, reject: false },
    },
  );
  if (failed) throw new Error(`the embedded counter was not built\n${all}`);
  const file = readFileSync(join(folder, `${name}.js`));
  const hashed = `${name}.${createHash('sha256').update(file).digest('hex').slice(0, 16)}.js`;
  writeFileSync(join(folder, hashed), file);
  const integrity = `sha384-${createHash('sha384').update(file).digest('base64')}`;
  const told = { src: `/embed/${hashed}`, integrity };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(told)}\n`);
}
