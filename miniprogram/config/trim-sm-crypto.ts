import { join } from 'node:path';
import type { IPluginContext } from '@tarojs/service';

/** A Taro plug-in: of sm-crypto-v2 only what is used comes along. */
export default function trimSmCrypto(context: IPluginContext): void {
  context.modifyWebpackChain(({ chain }) => {
    chain.module
      .rule('trim-sm-crypto')
      .test(/sm-crypto-v2[\\/]dist[\\/]index\.mjs$/)
      .enforce('pre')
      .use('trim-sm-crypto')
      .loader(join(__dirname, 'trim-sm-crypto.cjs'));
  });
}
