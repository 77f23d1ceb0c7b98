// Runs before `npm start`, `npm test` and the like, on whatever Node the machine has: installs what package-lock.json names,
// once, and Node 26 with it. Everything after this line of scripts is TypeScript on that Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.liangzheng-setup');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(`${process.platform} ${process.arch}`)
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('Setting up: installing packages and Node 26 (about a minute, once) ...');
  const started = Date.now();
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (npm.status !== 0) {
    console.error('The installation failed; see above. It needs npm and a package registry.');
    process.exit(npm.status ?? 1);
  }
  writeFileSync(stamp, wanted);
  console.log(`Set up in ${Math.round((Date.now() - started) / 1000)} s.`);
}
