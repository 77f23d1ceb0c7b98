import { defineConfig } from 'vite';

/** The pages that the BFF serves: an HTML file in a folder of its own each, what they share in `web/`, under names that carry a hash. */
export default defineConfig({
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    assetsDir: 'web',
    // Their policy allows nothing inline and no data but images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // A counter's browser is the operator's choice, and kept new; the styles use light-dark() and :has().
    target: 'esnext',
    cssTarget: 'esnext',
    rolldownOptions: {
      input: {
        counter: 'counter/index.html',
        console: 'console/index.html',
        device: 'device/index.html',
      },
      output: { hashCharacters: 'hex' },
    },
  },
  worker: { format: 'es', rolldownOptions: { output: { hashCharacters: 'hex' } } },
});
