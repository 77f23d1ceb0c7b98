import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const attacks = 'bff/attacks/**/*.test.ts';
/**
 * Runs in Chromium that try one thing under many conditions, minutes each: light, sleep, tabs, scenes, cold caches, slow networks, faults. `.ci/run`
 * leaves them out.
 */
const trials = [
  'scripts/checks/h5-runs/{camera-light,cold-cache,first-scans,mishaps,scenes}.test.ts',
  'scripts/checks/counter-runs/{asleep,tabs}.test.ts',
];
/** Whole runs in Chromium, minutes long. They wait for cameras and voices, which are played in real time, about half of it: three go side by side. */
const runs = [
  'scripts/checks/{h5,counter,console,officer}-runs/*.test.ts',
  'scripts/checks/api-document/page.test.ts',
  'scripts/checks/miniprogram-host/*.test.ts',
  'scripts/checks/screenshots/inspect/*.test.ts',
];
const inChromium = {
  globalSetup: 'scripts/checks/miniprogram-host/runs.setup.ts',
  sequence: { groupOrder: 1 },
};
/** What puts modules or globals of its own in the place of others, or looks for what is left in its process. */
const alone = ['miniprogram/src/{parts,platform,start}/**/*.test.ts', 'scripts/checks/canaries/*.test.ts'];

/** Where processes that tests start leave each other what Node has compiled: a start costs up to a quarter less. */
const compiled = fileURLToPath(new URL('./node_modules/.cache/compiled/', import.meta.url));

export default defineConfig({
  test: {
    env: process.env.NODE_V8_COVERAGE === undefined ? { NODE_COMPILE_CACHE: compiled } : {},
    // A test may start processes of its own, seconds each, and minutes beside other work. Whoever waits for a start gives up first, and says why.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // What is awaited comes in milliseconds on a machine that is free; CI's is not.
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
    projects: [
      // Modules are loaded once for many small files.
      {
        extends: true,
        test: {
          name: 'all',
          include: ['{shared,bff,miniprogram,scripts}/**/*.test.ts'],
          exclude: [attacks, ...runs, ...alone],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: alone } },
      { extends: true, test: { name: 'runs', include: runs, exclude: trials, ...inChromium } },
      { extends: true, test: { name: 'trials', include: trials, ...inChromium } },
      { extends: true, test: { name: 'attacks', include: [attacks], isolate: false } },
    ],
  },
});
