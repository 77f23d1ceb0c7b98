import Taro from '@tarojs/taro';
import { fontScale } from '../start/open-holder.ts';

/** From here on somebody has asked the phone for larger type. */
const largeFrom = 1.2;

/** What the phone is set to: its language, and large type where its own type is large. */
export function systemPreferences() {
  const { language } = Taro.getSystemInfoSync();
  return {
    language: /^en/i.test(language ?? '') ? ('en' as const) : ('zh' as const),
    largeType: fontScale() >= largeFrom,
  };
}
