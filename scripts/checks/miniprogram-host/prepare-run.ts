import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildPages } from '../../build/build-pages.ts';
import { settingsForSandbox } from '../../build/build-settings.ts';
import { buildTarget, type Target } from '../../build/build-target.ts';
import { freePorts, isFreePort } from '../../sandbox/free-ports.ts';
import { makeSandbox } from '../../sandbox/make-sandbox.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const host = '127.0.0.1';

/** What a run of one target stands on. */
export interface Prepared {
  /** The real output of the build. */
  output: string;
  /** The keys that it trusts; to be copied before it is used. */
  pristine: Sandbox;
  /** Where its BFF has to be: a mini-program is built for one address, a browser's app for none. */
  port: number | undefined;
}

/** Builds a target for a sandbox of its own, which is kept beside it, and the pages of the BFF, unless that has been done. */
export async function prepareRun(target: Target): Promise<Prepared> {
  const dist = join(root, 'miniprogram', 'dist');
  const kept = join(dist, `${target}-sandbox`);
  const pristine = makeSandbox(join(kept, 'data'));
  const port = target === 'h5' ? undefined : await choosePort(join(kept, 'port'));
  buildPages(root);
  buildTarget(root, target, settingsForSandbox(pristine, port === undefined ? '' : `http://${host}:${port}`));
  return { output: join(dist, target), pristine, port };
}

/** A free port, the one noted in `file` where it still is free: an app is built for one address. */
async function choosePort(file: string): Promise<number> {
  const noted = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (noted > 0 && (await isFreePort(host, noted))) return noted;
  const [port = 0] = await freePorts(host, 1);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, String(port));
  return port;
}
