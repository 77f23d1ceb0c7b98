import { defineConfig, type Plugin } from 'vite';
import { adaptStyle } from './adapt-style.ts';

const adapted: Plugin = {
  name: 'adapted-styles',
  enforce: 'pre',
  transform: (code, id) => (/\.css(\?|$)/.test(id) ? { code: adaptStyle(code), map: null } : undefined),
};

/** `<liangzheng-counter>`: one file without a name of its own inside, for pages of relying parties. */
export default defineConfig({
  plugins: [adapted],
  build: {
    emptyOutDir: true,
    modulePreload: false,
    target: 'es2022',
    cssTarget: 'es2022',
    rolldownOptions: {
      input: 'main.ts',
      output: { entryFileNames: 'liangzheng-counter.js', codeSplitting: false },
    },
  },
});
