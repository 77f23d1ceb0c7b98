import { join } from 'node:path';
import { allTargets } from '../build/targets.ts';
import { measureOutput } from './measure-output.ts';

// Usage: main.ts [--json]. Prints the size of each build; fails when WeChat's main package is too large for a slow network.
const limit = 600 * 1024;
const subpackages = { weapp: ['capture'], alipay: ['capture'], h5: [] };
const dist = join(import.meta.dirname, '..', '..', 'miniprogram', 'dist');

const sizes = Object.fromEntries(
  allTargets.map((target) => [target, measureOutput(join(dist, target), subpackages[target])]),
);
for (const [target, { mainPackageBytes, totalBytes }] of Object.entries(sizes)) {
  const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
  console.log(`${target}: main package ${kilobytes(mainPackageBytes)}, total ${kilobytes(totalBytes)}`);
  if (totalBytes === 0) {
    console.error(`${target} has not been built: run \`npm run build\`.`);
    process.exitCode = 1;
  }
}
if ((sizes.weapp?.mainPackageBytes ?? 0) > limit) {
  console.error(`weapp: the main package is over ${limit / 1024} KB`);
  process.exitCode = 1;
}
if (process.argv.includes('--json')) console.log(JSON.stringify(sizes));
