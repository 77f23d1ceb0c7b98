import Taro from '@tarojs/taro';

/** A short buzz. A phone that has none is no fault. */
export function nudge(): void {
  Taro.vibrateShort({ fail: () => undefined });
}
