import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { leanH5 } from './h5/lean.ts';
import { ecma, minify } from './minify.ts';
import { splitPages } from './split-pages.ts';

const root = join(__dirname, '..', '..');
/** Written for newer engines than the oldest phones have. */
const modernPackages = ['@noble', 'sm-crypto-v2', 'preact'].map((name) =>
  realpathSync(join(root, 'node_modules', name)),
);
const lowered = { include: [join(root, 'shared'), __dirname, ...modernPackages] };
/** Sizes are CSS pixels on every platform: a wider phone shows more, not larger; the type scale is the person's choice. */
const postcss = { pxtransform: { enable: false }, autoprefixer: { enable: true } };

/** What webpack's own code is written for. */
const engines = ['web', `es${ecma}`];
interface Chain {
  target(engines: readonly string[]): void;
  merge(part: object): void;
  optimization: { splitChunks(how: object): void };
}

const { LIANGZHENG_BFF_URL, LIANGZHENG_TRUST, TARO_ENV = 'weapp' } = process.env;

/** Taro's configuration: one source, three outputs, `dist/weapp`, `dist/alipay` and `dist/h5`. */
export default {
  projectName: 'liangzheng',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  plugins: ['keep-aria.ts', 'pick-platform-file.ts', 'trim-sm-crypto.ts'].map((file) =>
    join(__dirname, file),
  ),
  defineConstants: {
    builtForBff: JSON.stringify(LIANGZHENG_BFF_URL ?? ''),
    builtForTrust: JSON.stringify(LIANGZHENG_TRUST ?? ''),
  },
  terser: { enable: true, config: minify },
  copy: { patterns: [], options: {} },
  mini: { webpackChain: (chain: Chain) => void chain.target(engines), compile: lowered, postcss },
  weapp: { copy: { patterns: [{ from: 'src/theme.json', to: 'dist/weapp/theme.json' }] } },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'browser' },
    webpackChain(chain: Chain) {
      chain.target(engines);
      chain.merge(leanH5);
      chain.optimization.splitChunks(splitPages);
    },
    compile: lowered,
    postcss,
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
  },
};
