import { join } from 'node:path';
import { NormalModuleReplacementPlugin } from 'webpack';

/** What Taro's H5 runtime asks for, and what it is given in place of it: smaller, and as much as this app uses. */
const replaced: readonly (readonly [asked: RegExp, given: string])[] = [
  // Its icons as a font of their own, its form controls.
  [/^@tarojs\/components\/dist\/taro-components\/taro-components\.css$/, join(__dirname, 'none.cjs')],
  [/^@tarojs\/components\/global\.css$/, join(__dirname, 'base.css')],
  [/^query-string$/, join(__dirname, 'query-string.ts')],
  [/^@tarojs\/components\/dist\/components$/, join(__dirname, 'no-elements.ts')],
  // Tells browsers apart by their names: nothing here asks for that.
  [/^platform$/, join(__dirname, 'none.cjs')],
];

/** Modules by what stands in for them, on H5 alone: Preact for React, in a tenth of the bytes, and plain elements for Taro's custom ones. */
const aliases = {
  react$: join(__dirname, 'react.ts'),
  'react-dom$': join(__dirname, 'react-dom.ts'),
  'react-dom/client$': join(__dirname, 'react-dom.ts'),
  'react/jsx-runtime$': 'preact/jsx-runtime',
  '@tarojs/components$': join(__dirname, 'components.ts'),
};

export const leanH5 = {
  plugin: Object.fromEntries(
    replaced.map(([asked, given]) => [
      `lean ${asked.source}`,
      { plugin: NormalModuleReplacementPlugin, args: [asked, given] },
    ]),
  ),
  resolve: { alias: aliases },
};
