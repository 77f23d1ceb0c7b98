import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import type { Text } from '../../../shared/text.ts';
import { listeners } from '../platform/listeners.ts';
import { fontScale } from '../start/open-holder.ts';

/** How this person reads. Lives as long as the app. */
export interface Preferences {
  language: keyof Text;
  largeType: boolean;
}

/** From here on somebody has asked the phone for larger type. */
const largeFrom = 1.2;

let current: Preferences | undefined;
const changes = listeners();

/** What this person chose, and until then what the phone is set to; a page that uses it follows each change. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(changes.add, readPreferences);
}

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...readPreferences(), ...change };
  changes.tell();
}

function readPreferences(): Preferences {
  current ??= ofPhone();
  return current;
}

/** The phone's language, and large type where its own type is large. */
function ofPhone(): Preferences {
  const { language } = Taro.getSystemInfoSync();
  return { language: /^en/i.test(language ?? '') ? 'en' : 'zh', largeType: fontScale() >= largeFrom };
}
