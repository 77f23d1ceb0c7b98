import { join } from 'node:path';
import { defineConfig } from 'vite';
import * as limits from '../../../shared/limits.ts';

/** Seconds. All limits would be a third of the page. */
const slack = { skew: limits.clockSkew / 1000, ahead: limits.phoneClockAheadMost / 1000 };

/** The script and the style of the landing page, one file each: the build of the H5 app puts them into the page. */
export default defineConfig({
  define: {
    builtForTrust: JSON.stringify(process.env.LIANGZHENG_TRUST ?? ''),
    builtSlack: JSON.stringify(slack),
  },
  build: {
    emptyOutDir: true,
    cssCodeSplit: false,
    // The oldest engines of the app.
    target: ['chrome87', 'safari13'],
    cssTarget: ['chrome87', 'safari13'],
    rolldownOptions: {
      input: join(import.meta.dirname, 'main.ts'),
      output: { format: 'iife', entryFileNames: 'landing.js', assetFileNames: 'landing.[ext]' },
    },
  },
});
