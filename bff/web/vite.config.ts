import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** What reads the API document comes as one script that looks for a module `null` and for a picture at its makers': it gets neither. */
const readerAlone: Plugin = {
  name: 'reader-alone',
  transform(code, id) {
    if (!id.endsWith('/redoc.standalone.js')) return undefined;
    const wanted = ['require("null")', '"https://cdn.redoc.ly/redoc/logo-mini.svg"'];
    const missing = wanted.filter((each) => !code.includes(each));
    if (missing.length > 0) throw new Error(`the reader of the API document no longer has ${missing}`);
    const [module = '', picture = ''] = wanted;
    return { code: code.replaceAll(module, 'undefined').replace(picture, '"data:,"'), map: null };
  },
};

/** The two faces of a desk stand in the counter page as they do in `<liangzheng-counter>`: from one file. */
const facesInPage: Plugin = {
  name: 'faces-in-page',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html.replace('<!--faces-->', () =>
        readFileSync(join(import.meta.dirname, 'desk', 'face', 'faces.html'), 'utf8'),
      ),
  },
};

/** The pages that the BFF serves: an HTML file in a folder of its own each, what they share in `web/`, under names that carry a hash. */
export default defineConfig({
  plugins: [readerAlone, facesInPage],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    assetsDir: 'web',
    // Their policy allows nothing inline and no data but images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What reads the API document is 1.1 MB, on a page of its own.
    chunkSizeWarningLimit: 1200,
    // A counter's browser is the operator's choice, and kept new; the styles use light-dark() and :has().
    target: 'esnext',
    cssTarget: 'esnext',
    rolldownOptions: {
      input: {
        counter: 'counter/index.html',
        console: 'console/index.html',
        device: 'device/index.html',
        docs: 'docs/index.html',
        officer: 'officer/index.html',
      },
      output: { hashCharacters: 'hex' },
    },
  },
  worker: { format: 'es', rolldownOptions: { output: { hashCharacters: 'hex' } } },
});
