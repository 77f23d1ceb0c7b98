import { defineConfig } from 'vitest/config';

const attacks = 'bff/attacks/**/*.test.ts';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'all', include: ['{shared,bff,miniprogram,scripts}/**/*.test.ts'], exclude: [attacks] },
      },
      // Many small files over one large world: modules are loaded once.
      { extends: true, test: { name: 'attacks', include: [attacks], isolate: false } },
    ],
  },
});
