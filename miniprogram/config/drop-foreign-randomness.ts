import { join } from 'node:path';
import type { IPluginContext } from '@tarojs/service';

/** A Taro plug-in: sm-crypto-v2 comes without its own search for randomness. */
export default function dropForeignRandomness(context: IPluginContext): void {
  context.modifyWebpackChain(({ chain }) => {
    chain.module
      .rule('without-own-randomness')
      .test(/sm-crypto-v2[\\/]dist[\\/]index\.mjs$/)
      .enforce('pre')
      .use('without-own-randomness')
      .loader(join(__dirname, 'without-own-randomness.cjs'));
  });
}
