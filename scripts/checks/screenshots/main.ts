import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { findChromium } from '../chromium.ts';
import { approvePictures } from './approve-pictures.ts';
import { comparePictures } from './compare-pictures.ts';
import type { Finding } from './finding.ts';
import { openBrowser } from './open-browser.ts';
import { type Part, planPictures } from './plan.ts';
import { allScenes } from './scenes/all-scenes.ts';
import { styles } from './styles.ts';
import { takeScene } from './take-scene.ts';
import { openWorld } from './world/open-world.ts';
import type { World } from './world/world.ts';

// Usage: main.ts [--out <folder>] [--style <name>]... [--scene <start of a name>]... [--all] [--approve] [--against <folder>]
// A picture of each page in each state, in two styles or, with --all, in every one. Ends with 1 when a page has a fault or is not as
// it was approved, 2 when there is no Chromium. --approve: what is seen now is what later runs are held to.
const say = (line: string) => void process.stdout.write(`${line}\n`);
const approved = join(import.meta.dirname, 'approved');
/** The major version of Chromium that drew the approved pictures: another one rounds edges and breaks lines otherwise. */
const drawnBy = join(approved, 'chromium-version');
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(import.meta.dirname, '../../../miniprogram/dist/screenshots') },
    style: { type: 'string', multiple: true, default: [] },
    scene: { type: 'string', multiple: true, default: [] },
    all: { type: 'boolean', default: false },
    approve: { type: 'boolean', default: false },
    against: { type: 'string', default: approved },
  },
});
const out = resolve(values.out);
const against = resolve(values.against);
if (against === out)
  throw new Error('the earlier run must lie in another folder than this one: name it by --out');
const drawn = new Set(allScenes.filter(({ drawn }) => drawn === true).map(({ name }) => name));
const isPartial = values.style.length + values.scene.length > 0;
const plan = planPictures(allScenes, styles, values.all || isPartial)
  .filter(({ style }) => values.style.length === 0 || values.style.includes(style.name))
  .map(({ style, scenes }) => ({ style, scenes: scenes.filter(({ name }) => isAskedFor(name)) }));

function isAskedFor(name: string): boolean {
  return values.scene.length === 0 || values.scene.some((start) => name.startsWith(start));
}

async function takePart(
  browser: Browser,
  world: World,
  { style, scenes }: Part,
): Promise<[string, Finding][]> {
  const folder = join(out, style.name);
  mkdirSync(folder, { recursive: true });
  const found: [string, Finding][] = [];
  for (const [place, scene] of scenes.entries()) {
    const findings = await takeScene(browser, world, scene, style, folder);
    const verdict = findings.length === 0 ? '' : `  ${findings.length} findings`;
    say(`${style.name} ${place + 1}/${scenes.length} ${scene.name}${verdict}`);
    for (const finding of findings) found.push([`${style.name}/${scene.name}`, finding]);
  }
  return found;
}

interface Taken {
  found: [string, Finding][];
  /** The major version of the Chromium that drew them. */
  version: string;
}

async function takeAll(chromium: string): Promise<Taken> {
  rmSync(out, { recursive: true, force: true });
  const world = await openWorld(say);
  const found: [string, Finding][] = [];
  let version = '';
  try {
    for (const part of plan) {
      const browser = await openBrowser(chromium, part.style);
      [version = ''] = browser.version().split('.');
      try {
        found.push(...(await takePart(browser, world, part)));
      } finally {
        await browser.close();
      }
    }
  } finally {
    await world.close();
  }
  return { found, version };
}

async function main(chromium: string): Promise<number> {
  const { found, version } = await takeAll(chromium);
  for (const [where, { kind, what }] of found) say(`${where.padEnd(40)} ${kind.padEnd(13)} ${what}`);
  const pictures = plan.reduce((sum, { scenes }) => sum + scenes.length, 0);
  say(`${pictures} pictures in ${out}: ${found.length || 'no'} findings`);
  if (values.approve) {
    const count = await approvePictures(out, approved, isPartial);
    writeFileSync(drawnBy, `${version}\n`);
    say(`${count} pictures are approved: look at each of them before you commit them`);
    return found.length === 0 ? 0 : 1;
  }
  const before = existsSync(drawnBy) ? readFileSync(drawnBy, 'utf8').trim() : version;
  if (against === approved && before !== version) {
    say(
      `Chromium ${before} drew the approved pictures, and this is ${version}, which draws otherwise: they are not compared.`,
    );
    return found.length === 0 ? 0 : 1;
  }
  const marked = join(out, 'marked');
  const differences = await comparePictures(out, against, marked, drawn);
  for (const { picture, what } of differences) say(`${picture.padEnd(40)} changed       ${what}`);
  say(`${differences.length || 'no'} pictures are not as they were; ${marked} shows where`);
  return found.length + differences.length === 0 ? 0 : 1;
}

const chromium = findChromium(say);
if (chromium === undefined) say('There is no Chromium here, and it could not be installed.');
process.exitCode = chromium === undefined ? 2 : await main(chromium);
