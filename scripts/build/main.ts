import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeSandbox } from '../sandbox/make-sandbox.ts';
import { buildPages } from './build-pages.ts';
import { settingsForSandbox, settingsOfEnvironment } from './build-settings.ts';
import { allTargets, buildTarget, type Target } from './build-target.ts';

// Usage: main.ts [weapp] [alipay] [h5] [pages] [--sandbox <data folder>]; without a name, all four. With a sandbox, its root
// key is pinned (the sandbox is made where there is none) in place of LIANGZHENG_TRUST.
const root = join(import.meta.dirname, '..', '..');
const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: { sandbox: { type: 'string' } },
});
const isTarget = (word: string): word is Target => allTargets.some((target) => target === word);
const unknown = asked.filter((word) => !isTarget(word) && word !== 'pages');
if (unknown.length > 0) throw new Error(`no such target: ${unknown.join(', ')}`);

const given = settingsOfEnvironment();
const settings =
  values.sandbox === undefined
    ? given
    : settingsForSandbox(makeSandbox(resolve(values.sandbox)), given.LIANGZHENG_BFF_URL);
const report = (what: string, build: () => 'built' | 'up-to-date') => {
  const started = Date.now();
  const outcome = build();
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(outcome === 'built' ? `${what}: built in ${seconds} s` : `${what}: up to date`);
};
for (const target of asked.length === 0 ? allTargets : asked.filter(isTarget))
  report(target, () => buildTarget(root, target, settings));
if (asked.length === 0 || asked.includes('pages')) report('pages', () => buildPages(root));
