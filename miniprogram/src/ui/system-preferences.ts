import Taro from '@tarojs/taro';

/** The phone's normal type is 16 or 17; from here on somebody has asked for more. */
const largeFrom = 20;

/** What the phone is set to: its language, and large type where its own type is large. */
export function systemPreferences() {
  const { language, fontSizeSetting } = Taro.getSystemInfoSync();
  return {
    language: /^en/i.test(language ?? '') ? ('en' as const) : ('zh' as const),
    largeType: (fontSizeSetting ?? 0) >= largeFrom,
  };
}
