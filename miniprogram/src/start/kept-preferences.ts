import Taro from '@tarojs/taro';
import type { Text } from '../../../shared/text.ts';
import { flag, oneOf, record } from '../holder/guards.ts';

/** How this person reads: kept on the phone from one scan to the next. */
export interface Preferences {
  language: keyof Text;
  largeType: boolean;
}

const key = 'preferences';
const isPreferences = record({ language: oneOf(['zh', 'en']), largeType: flag });

/** What was chosen on this phone before, there at once; undefined where nothing was, or it cannot be read. */
export function keptPreferences(): Preferences | undefined {
  try {
    const kept: unknown = Taro.getStorageSync(key);
    return isPreferences(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function keepPreferences(preferences: Preferences): void {
  Taro.setStorage({ key, data: preferences, fail: () => undefined });
}
