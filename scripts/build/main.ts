import { join, resolve } from 'node:path';
import { Misused, runCommand } from '../program/run-command.ts';
import { makeSandbox } from '../sandbox/make-sandbox.ts';
import { buildPages } from './build-pages.ts';
import { rootIsMissing, settingsForSandbox, settingsOfEnvironment } from './build-settings.ts';
import { allTargets, buildTarget, type Target } from './build-target.ts';

const all = [...allTargets, 'pages'] as const;
const usage = `npm run build -- [${all.join('] [')}] [--sandbox FOLDER]

Builds what is named, all of it where nothing is.

  --sandbox FOLDER   pins the root key of that sandbox, which is made where there is none, in place of LIANGZHENG_TRUST
`;
const root = join(import.meta.dirname, '..', '..');
const isTarget = (word: string): word is Target => allTargets.some((target) => target === word);

function report(what: string, build: () => 'built' | 'up-to-date'): void {
  const started = Date.now();
  const outcome = build();
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(outcome === 'built' ? `${what}: built in ${seconds} s` : `${what}: up to date`);
}

/** `npm run build`. */
await runCommand({
  ...{ usage, options: { sandbox: { type: 'string' } }, words: [0, Number.POSITIVE_INFINITY] },
  run(named, { sandbox }) {
    const [unknown] = named.filter((word) => !isTarget(word) && word !== 'pages');
    if (unknown !== undefined)
      throw new Misused(`There is no target ${unknown}. There are: ${all.join(', ')}.`);
    const asked: readonly string[] = named.length === 0 ? all : named;
    const given = settingsOfEnvironment();
    const settings =
      sandbox === undefined
        ? given
        : settingsForSandbox(makeSandbox(resolve(sandbox)), given.LIANGZHENG_BFF_URL);
    const missing = rootIsMissing(settings);
    if (asked.some(isTarget) && missing !== undefined) console.error(missing);
    for (const target of asked.filter(isTarget)) report(target, () => buildTarget(root, target, settings));
    if (asked.includes('pages')) report('pages', () => buildPages(root));
  },
});
