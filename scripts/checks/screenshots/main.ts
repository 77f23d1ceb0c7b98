import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findChineseFont, findChromium } from '../chromium.ts';
import { comparePictures } from './compare-pictures.ts';
import type { Finding } from './finding.ts';
import { openBrowser } from './open-browser.ts';
import { allScenes } from './scenes/all-scenes.ts';
import { type Style, styles } from './styles.ts';
import { takeScene } from './take-scene.ts';
import { openWorld } from './world/open-world.ts';
import type { World } from './world/world.ts';

// Usage: main.ts [--out <folder>] [--style <name>]... [--scene <start of a name>]... [--against <folder of an earlier run>]
// A picture of each page in each state and style; where there is an earlier run, also what is not as it was, which is for people
// to judge and no fault. Ends with 1 when a page has a fault, 2 when there is no Chromium.
const say = (line: string) => void process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(import.meta.dirname, '../../../miniprogram/dist/screenshots') },
    style: { type: 'string', multiple: true, default: [] },
    scene: { type: 'string', multiple: true, default: [] },
    against: { type: 'string' },
  },
});
const out = resolve(values.out);
const against = values.against === undefined ? undefined : resolve(values.against);
if (against === out)
  throw new Error('the earlier run must lie in another folder than this one: name it by --out');
const wanted = (name: string, asked: readonly string[]) => asked.length === 0 || asked.includes(name);
const shownStyles = styles.filter(({ name }) => wanted(name, values.style));
const shownScenes = allScenes.filter(
  ({ name }) => values.scene.length === 0 || values.scene.some((start) => name.startsWith(start)),
);

async function takeStyle(chromium: string, world: World, style: Style): Promise<[string, Finding][]> {
  const folder = join(out, style.name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const browser = await openBrowser(chromium, style);
  const found: [string, Finding][] = [];
  try {
    for (const [place, scene] of shownScenes.entries()) {
      const findings = await takeScene(browser, world, scene, style, folder);
      const verdict = findings.length === 0 ? '' : `  ${findings.length} findings`;
      say(`${style.name} ${place + 1}/${shownScenes.length} ${scene.name}${verdict}`);
      for (const finding of findings) found.push([`${style.name}/${scene.name}`, finding]);
    }
  } finally {
    await browser.close();
  }
  return found;
}

async function main(chromium: string): Promise<number> {
  const world = await openWorld(say);
  const found: [string, Finding][] = [];
  try {
    for (const style of shownStyles) found.push(...(await takeStyle(chromium, world, style)));
  } finally {
    await world.close();
  }
  for (const [where, { kind, what }] of found) say(`${where.padEnd(36)} ${kind.padEnd(13)} ${what}`);
  const pictures = shownStyles.length * shownScenes.length;
  say(`${pictures} pictures of ${shownScenes.length} states in ${out}: ${found.length || 'no'} findings`);
  if (against !== undefined) await tellChanges(against);
  return found.length === 0 ? 0 : 1;
}

async function tellChanges(earlier: string): Promise<void> {
  const marked = join(out, 'marked');
  rmSync(marked, { recursive: true, force: true });
  const differences = await comparePictures(out, earlier, marked);
  for (const { picture, what } of differences) say(`${picture.padEnd(36)} changed       ${what}`);
  say(`${differences.length || 'no'} pictures are not as in ${earlier}; ${marked} shows where`);
}

const chromium = findChromium(say);
if (chromium === undefined) say('There is no Chromium here, and it could not be installed.');
if (!findChineseFont(say)) say('There is no font here that can draw Chinese: the pictures show boxes.');
process.exitCode = chromium === undefined ? 2 : await main(chromium);
