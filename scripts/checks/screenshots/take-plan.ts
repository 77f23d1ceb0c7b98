import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Finding } from './finding.ts';
import { openBrowser } from './open-browser.ts';
import type { Part } from './plan.ts';
import type { Style } from './styles.ts';
import { takeScene } from './take-scene.ts';
import { openWorld } from './world/open-world.ts';
import type { World } from './world/world.ts';

/** Pages mostly wait until they have come to rest, so that three go side by side on two cores, each in a world of its own. */
const lanes = 3;
/** Scenes that one browser shows: few enough that the lanes end at about the same time. */
const perBrowser = 12;

export interface Taken {
  /** What is wrong, and with which picture. */
  found: [picture: string, finding: Finding][];
  /** The major version of the Chromium that drew them. */
  version: string;
}

/** A picture of each scene of the plan, under the style's name in `out`. */
export async function takePlan(
  chromium: string,
  plan: readonly Part[],
  out: string,
  say: (line: string) => void,
): Promise<Taken> {
  const waiting = plan.flatMap(({ style, scenes }) =>
    Array.from({ length: Math.ceil(scenes.length / perBrowser) }, (_, index) => ({
      style,
      scenes: scenes.slice(index * perBrowser, (index + 1) * perBrowser),
    })),
  );
  for (const { style } of plan) mkdirSync(join(out, style.name), { recursive: true });
  const all = waiting.reduce((sum, { scenes }) => sum + scenes.length, 0);
  const taken: Taken = { found: [], version: '' };
  let count = 0;

  async function takeInWorld(): Promise<void> {
    const world = await openWorld(say);
    try {
      for (let part = waiting.shift(); part !== undefined; part = waiting.shift())
        await takePart(world, part);
    } finally {
      await world.close();
    }
  }

  async function takePart(world: World, { style, scenes }: Part): Promise<void> {
    const browser = await openBrowser(chromium, style);
    [taken.version = ''] = browser.version().split('.');
    try {
      for (const scene of scenes) await takeOne(browser, world, style, scene);
    } finally {
      await browser.close();
    }
  }

  async function takeOne(browser: Browser, world: World, style: Style, scene: Part['scenes'][number]) {
    const findings = await takeScene(browser, world, scene, style, join(out, style.name));
    count += 1;
    const verdict = findings.length === 0 ? '' : `  ${findings.length} findings`;
    say(`${count}/${all} ${style.name} ${scene.name}${verdict}`);
    for (const finding of findings) taken.found.push([`${style.name}/${scene.name}`, finding]);
  }

  const lanesOpen = Array.from({ length: Math.min(lanes, waiting.length) }, takeInWorld);
  const ended = await Promise.allSettled(lanesOpen);
  const broken = ended.find((end) => end.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
  return taken;
}
