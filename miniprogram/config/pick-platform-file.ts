import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import { NormalModuleReplacementPlugin } from 'webpack';

interface Wanted {
  context: string;
  request: string;
}

/**
 * A Taro plug-in: an import of `./x.ts` takes `x.weapp.ts`, `x.alipay.ts` or `x.h5.ts` where there is one. Taro itself
 * does so only for imports without an extension.
 */
export default function pickPlatformFile(context: IPluginContext): void {
  context.modifyWebpackChain(({ chain }) => {
    chain.plugin('pick-platform-file').use(NormalModuleReplacementPlugin, [
      /^\.{1,2}\/.*\.tsx?$/,
      (wanted: Wanted) => {
        const own = wanted.request.replace(/(\.tsx?)$/, `.${process.env.TARO_ENV}$1`);
        if (existsSync(join(wanted.context, own))) wanted.request = own;
      },
    ]);
  });
}
