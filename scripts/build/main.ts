import { join } from 'node:path';
import { buildTarget } from './build-target.ts';
import { allTargets, isTarget } from './targets.ts';

// Usage: main.ts [weapp] [alipay] [h5]; without a name, all three.
const root = join(import.meta.dirname, '..', '..');
const asked = process.argv.slice(2);
const unknown = asked.filter((word) => !isTarget(word));
if (unknown.length > 0) throw new Error(`no such target: ${unknown.join(', ')}`);

for (const target of asked.length === 0 ? allTargets : asked.filter(isTarget)) {
  const started = Date.now();
  const outcome = buildTarget(root, target);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(outcome === 'built' ? `${target}: built in ${seconds} s` : `${target}: up to date`);
}
