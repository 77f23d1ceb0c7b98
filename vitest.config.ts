import { defineConfig } from 'vitest/config';

const attacks = 'bff/attacks/**/*.test.ts';
/** Whole runs in Chromium, minutes long. Mostly they wait for a person to look and speak, so that three go side by side. */
const runs = [
  'scripts/checks/h5-runs/*.test.ts',
  'scripts/checks/counter-runs/*.test.ts',
  'scripts/checks/console-runs/*.test.ts',
  'scripts/checks/api-document/page.test.ts',
  'scripts/checks/miniprogram-host/*.test.ts',
  'scripts/checks/screenshots/inspect/*.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What is awaited comes in milliseconds on a machine that is free; CI's is not.
    expect: { poll: { timeout: 10_000 } },
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'all',
          include: ['{shared,bff,miniprogram,scripts}/**/*.test.ts'],
          exclude: [attacks, ...runs],
        },
      },
      {
        extends: true,
        test: {
          name: 'runs',
          include: runs,
          globalSetup: 'scripts/checks/miniprogram-host/runs.setup.ts',
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      // Many small files over one large world: modules are loaded once.
      { extends: true, test: { name: 'attacks', include: [attacks], isolate: false } },
    ],
  },
});
