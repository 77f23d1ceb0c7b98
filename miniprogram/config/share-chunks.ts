import type { IPluginContext } from '@tarojs/service';

/** Bytes from which on a chunk of its own is worth a request. */
const leastSize = 20_000;

/** A Taro plug-in: on H5 what several pages use is one file, loaded once. The mini-programs share by Taro itself. */
export default function shareChunks(context: IPluginContext): void {
  if (process.env.TARO_ENV !== 'h5') return;
  context.modifyWebpackChain(({ chain }) => {
    chain.optimization.splitChunks({ chunks: 'async', minChunks: 2, minSize: leastSize });
  });
}
