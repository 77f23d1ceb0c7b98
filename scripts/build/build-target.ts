import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execaSync } from 'execa';
import { buildLanding } from './build-landing.ts';
import { type BuildSettings, settingsOfEnvironment } from './build-settings.ts';
import { compressFolder } from './compress.ts';
import { hashFiles } from './source-hash.ts';

/** What is built from the one source, with the files that a complete output has. */
const targets = {
  weapp: ['app.js', 'app.json', 'app.wxss', 'base.wxml', 'pages/home/index.js', 'capture/face/index.js'],
  alipay: ['app.js', 'app.json', 'app.acss', 'base.axml', 'mini.project.json', 'capture/face/index.js'],
  h5: ['index.html', 'js', 'css'],
} as const;

export type Target = keyof typeof targets;

export const allTargets = ['weapp', 'alipay', 'h5'] as const satisfies readonly Target[];

/** What a build is made from. */
const sources = [
  'package-lock.json',
  'miniprogram/*.{json,cjs}',
  'miniprogram/config/**/*.*',
  'miniprogram/src/**/*.*',
  'shared/**/*.ts',
  'bff/web/{kit/{tokens.css,preferences.ts},landing/*.*}',
  'scripts/build/{build-landing,compress}.ts',
];

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
  const { failed, all } = execaSync(process.execPath, [taro, 'build', '--type', target, '--no-check'], {
    cwd: app,
    env: { ...settings, NODE_ENV: 'production', TARO_ENV: target },
    ...{ all: true, reject: false },
  });
  const absent = missing();
  if (failed || absent.length > 0) {
    throw new Error(`${target} was not built (missing: ${absent.join(', ')})\n${all}`);
  }
  if (target === 'h5') {
    buildLanding(root, output, settings);
    compressFolder(output);
  }
  writeFileSync(stamp, hash);
  return 'built';
}

/** Changes when anything changes that a build of `target` is made from. */
function sourceHash(root: string, target: Target, settings: BuildSettings): string {
  const said = Object.entries(settings).sort();
  return hashFiles(root, sources, [target, ...said.map(([name, value]) => `${name}=${value}`)].join('\n'));
}
