import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildSettings, settingsOfEnvironment } from './build-settings.ts';
import { compressFolder } from './compress.ts';
import { sourceHash } from './source-hash.ts';
import { type Target, targets } from './targets.ts';

/**
 * Builds one platform's output into `miniprogram/dist/<target>`, unless it is there and made from the same sources with the
 * same settings: a package that pins another root is built anew.
 * @throws Error with what Taro printed: Taro itself also ends well where it has built nothing
 */
export function buildTarget(
  root: string,
  target: Target,
  settings: BuildSettings = settingsOfEnvironment(),
): 'built' | 'up-to-date' {
  const app = join(root, 'miniprogram');
  const output = join(app, 'dist', target);
  const stamp = join(app, 'dist', `${target}.stamp`);
  const hash = sourceHash(root, target, settings);
  const missing = (): string[] => targets[target].filter((file) => !existsSync(join(output, file)));
  if (missing().length === 0 && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash)
    return 'up-to-date';
  rmSync(stamp, { force: true });
  rmSync(output, { recursive: true, force: true });
  const taro = join(root, 'node_modules', '@tarojs', 'cli', 'bin', 'taro');
  const run = spawnSync(process.execPath, [taro, 'build', '--type', target, '--no-check'], {
    cwd: app,
    env: { ...process.env, ...settings, NODE_ENV: 'production', TARO_ENV: target },
    encoding: 'utf8',
  });
  const absent = missing();
  if (run.status !== 0 || absent.length > 0) {
    throw new Error(`${target} was not built (missing: ${absent.join(', ')})\n${run.stdout}${run.stderr}`);
  }
  if (target === 'h5') compressFolder(output);
  writeFileSync(stamp, hash);
  return 'built';
}
