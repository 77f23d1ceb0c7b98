import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execaSync } from 'execa';
import { markSvg } from '../../shared/ui/mark.ts';
import { inksOfPage } from '../../shared/ui/svg.ts';
import { symbolSvg } from '../../shared/ui/symbols.ts';
import type { BuildSettings } from './build-settings.ts';

/** What the app's page of a code needs, in the order in which it runs; the rest the app loads by itself. */
const needed = ['app', 'confirm'];

/**
 * Makes the landing page of codes, `landing.html` beside the H5 app's `index.html`: one file with its style, its script and the root key
 * that it pins, which loads the app behind itself. The BFF fills in who asks, at the `__names__`.
 * @param output the H5 build
 * @throws Error with what Vite printed
 */
export function buildLanding(root: string, output: string, settings: BuildSettings): void {
  const source = join(root, 'bff', 'web', 'landing');
  const made = mkdtempSync(join(tmpdir(), 'lz-landing-'));
  try {
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const { failed, all } = execaSync(
      process.execPath,
      [vite, 'build', '--outDir', made, '--logLevel', 'warn'],
      { cwd: source, env: { ...settings, NODE_ENV: 'production' }, all: true, reject: false },
    );
    if (failed) throw new Error(`the landing page was not built\n${all}`);
    const scripts = needed.map((name) => `<script defer src="/${fileOf(output, 'js', name)}"></script>`);
    const read = (file: string) => readFileSync(join(made, file), 'utf8').trim();
    const parts: Record<string, string> = {
      style: `<style>${withoutUnused(read('landing.css'), markSvg(inksOfPage))}</style>`,
      script: `<script>${read('landing.js')}</script>`,
      mark: markSvg(inksOfPage),
      tick: symbolSvg('tick'),
      scripts: scripts.join(''),
      styles: `<link rel="stylesheet" href="/${fileOf(output, 'css', 'app')}">`,
    };
    const page = readFileSync(join(source, 'index.html'), 'utf8').replace(/\n\s*/g, '');
    writeFileSync(
      join(output, 'landing.html'),
      page.replace(/<!--(\w+)-->/g, (comment, name) => parts[name] ?? comment),
    );
  } finally {
    rmSync(made, { recursive: true });
  }
}

/** The file of a chunk, whose name carries a hash. */
function fileOf(output: string, folder: 'js' | 'css', name: string): string {
  const pattern = new RegExp(`^${name}\\.[0-9a-f]{8}\\.${folder}$`);
  const file = readdirSync(join(output, folder)).find((found) => pattern.test(found));
  if (file === undefined) throw new Error(`the H5 build has no ${folder} file "${name}"`);
  return `${folder}/${file}`;
}

/** The style without the tokens that nothing on the page asks for. */
function withoutUnused(style: string, drawing: string): string {
  return style.replace(/(--[\w-]+):[^;{}]*(;|(?=\}))/g, (declared, name) =>
    `${style}${drawing}`.includes(`var(${name}`) ? declared : '',
  );
}
