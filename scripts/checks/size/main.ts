import { join } from 'node:path';
import { allTargets, buildTarget } from '../../build/build-target.ts';
import { measureOutput } from './measure-output.ts';

// Usage: main.ts [--json]. Prints the size of each build, and builds what is not there yet; fails when WeChat's main package is
// too large for a slow network: what only the capture needs, the ciphers above all, stands in a package of its own.
const limit = 540_000;
const besides = ['capture', 'pages/records', 'pages/settings', 'pages/help'];
const subpackages = { weapp: besides, alipay: besides, h5: [] };
const root = join(import.meta.dirname, '..', '..', '..');
const dist = join(root, 'miniprogram', 'dist');
const measure = (target: (typeof allTargets)[number]) =>
  measureOutput(join(dist, target), subpackages[target]);

for (const target of allTargets) {
  if (measure(target).totalBytes > 0) continue;
  console.log(`${target} has not been built: building it (half a minute) ...`);
  buildTarget(root, target);
}
const sizes = { weapp: measure('weapp'), alipay: measure('alipay'), h5: measure('h5') };
for (const [target, { mainPackageBytes, totalBytes }] of Object.entries(sizes)) {
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
  console.log(`${target}: main package ${kilobytes(mainPackageBytes)}, total ${kilobytes(totalBytes)}`);
}
if (sizes.weapp.mainPackageBytes > limit) {
  console.error(`weapp: the main package is over ${limit / 1000} KB (1 KB = 1000 bytes)`);
  process.exitCode = 1;
}
if (process.argv.includes('--json')) console.log(JSON.stringify(sizes));
