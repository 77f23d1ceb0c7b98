import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildPages } from '../../build/build-pages.ts';
import { allTargets, buildTarget } from '../../build/build-target.ts';
import { runCommand } from '../../program/run-command.ts';
import { measureH5 } from './measure-h5.ts';
import { measureOfficer } from './measure-officer.ts';
import { measureOutput } from './measure-output.ts';

const usage = `npm run size -- [--json] [--as-built]

Prints the size of each build, and builds what is not there or not up to date. Ends with 1 where one is too large for a slow network. 1 KB = 1000 bytes.

  --as-built   takes what is there, for whatever BFF and authority it was built: the addresses and the root differ by some bytes
`;
const root = join(import.meta.dirname, '..', '..', '..');
const dist = join(root, 'miniprogram', 'dist');
/** Packages that are loaded behind home, or behind a counter's question. */
const subpackages = [
  ...['capture', 'pages/waiting', 'pages/word', 'pages/result'],
  ...['pages/login', 'pages/apply', 'pages/records', 'pages/settings', 'pages/help'],
  ...['pages/meet', 'pages/manage', 'pages/move', 'pages/notices', 'pages/dispute'],
  ...['pages/consents', 'pages/appointment', 'pages/family'],
];
const measure = (target: (typeof allTargets)[number]) =>
  measureOutput(join(dist, target), target === 'h5' ? [] : subpackages);
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;

function measureAll(json: boolean, asBuilt: boolean): void {
  console.log('Building what is not of these sources (half a minute each) ...');
  for (const target of allTargets) {
    const isThere = asBuilt && existsSync(join(dist, `${target}.stamp`));
    console.log(`${target}: ${isThere ? 'as it is' : buildTarget(root, target)}`);
  }
  const sizes = { weapp: measure('weapp'), alipay: measure('alipay'), h5: measure('h5') };
  buildPages(root);
  const embedded = statSync(join(root, 'bff', 'dist', 'web', 'embed', 'liangzheng-counter.js.gz')).size;
  const officer = measureOfficer(join(root, 'bff', 'dist', 'web'));
  const { landing, check, rest } = measureH5(join(dist, 'h5'));
  /** What was measured, and its limit. */
  const limited: readonly (readonly [name: string, bytes: number, limit: number])[] = [
    // What only the capture needs, the ciphers above all, and what no check needs stand in packages of their own.
    ['weapp: main package', sizes.weapp.mainPackageBytes, 560_000],
    ['alipay: main package', sizes.alipay.mainPackageBytes, 600_000],
    // As it is filled in, at most 15 KB, is measured by a test beside its build: parts of it are never sent together.
    ['h5: landing page, as built', landing, 14_500],
    ['h5: confirm + capture, packed', check, 150_000],
    // A relying party's page loads it beside its own. By gzip, which every server and browser speaks.
    ['embedded counter, packed', embedded, 40_000],
    // All that its manifest names, of every desk, ciphers and schemas above all: small enough to be read by whoever wants to know what it does with a card.
    ['officers’ page, packed', officer, 170_000],
  ];
  for (const [name, bytes, limit] of limited) {
    console.log(`${name}: ${kilobytes(bytes)} of ${kilobytes(limit)}`);
    if (bytes <= limit) continue;
    console.error(`${name} is over its limit`);
    process.exitCode = 1;
  }
  console.log(`h5: rest, packed: ${kilobytes(rest)}`);
  for (const [target, { totalBytes }] of Object.entries(sizes))
    console.log(`${target}: total ${kilobytes(totalBytes)}`);
  if (json) console.log(JSON.stringify({ ...sizes, parts: { landing, check, rest }, embedded, officer }));
}

/** `npm run size`. */
await runCommand({
  usage,
  options: { json: { type: 'boolean', default: false }, 'as-built': { type: 'boolean', default: false } },
  run: (_, { json, 'as-built': asBuilt }) => measureAll(json, asBuilt),
});
