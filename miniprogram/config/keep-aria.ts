import { join } from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import ariaOf from './aria.json';

interface MiniPlatform {
  template?: { mergeComponents(context: IPluginContext, components: typeof ariaOf): void };
  runtimePath: string | string[];
}

/** A Taro plug-in: screen-reader attributes survive in the templates of WeChat and Alipay, which drop them otherwise. */
export default function keepAria(context: IPluginContext): void {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      if (platform.template === undefined) return;
      platform.template.mergeComponents(context, ariaOf);
      platform.runtimePath = [platform.runtimePath, join(__dirname, 'aria-runtime.ts')].flat();
    },
  });
}
