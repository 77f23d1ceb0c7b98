import type { TestProject } from 'vitest/node';
import { allTargets } from '../../build/build-target.ts';
import { findChromium } from '../chromium.ts';
import { pinnedFonts } from '../pinned-fonts.ts';
import { prepareRun } from './prepare-run.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Empty where there is none: then the runs are skipped. */
    chromium: string;
  }
}

const say = (words: string): void => void process.stdout.write(`${words}\n`);

const skipped = 'SKIPPED: THE RUNS IN CHROMIUM. There is no Chromium here, and it could not be installed.';

/** Before the runs in Chromium: finds it, and builds what they run. Where they are skipped it is said again at the end. */
export default async function setup(project: TestProject): Promise<() => void> {
  const chromium = findChromium(say);
  project.provide('chromium', chromium ?? '');
  if (chromium === undefined) {
    say(skipped);
    return () => say(skipped);
  }
  // A machine need not have a Chinese font: without one words are as wide as whatever stands in for them.
  Object.assign(process.env, pinnedFonts());
  for (const target of allTargets) {
    say(
      `The runs in Chromium: building ${target} for its sandbox (half a minute, where something changed) ...`,
    );
    await prepareRun(target);
  }
  return () => undefined;
}
