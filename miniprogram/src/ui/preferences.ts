import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { listeners } from '../platform/listeners.ts';
import { keepPreferences, keptPreferences, type Preferences } from '../start/kept-preferences.ts';
import { fontScale } from '../start/open-holder.ts';

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
  keepPreferences(current);
  changes.tell();
}

function readPreferences(): Preferences {
  current ??= keptPreferences() ?? ofPhone();
  return current;
}

/** The phone's language, and large type where its own type is large. */
function ofPhone(): Preferences {
  const { language } = Taro.getSystemInfoSync();
  return { language: /^en/i.test(language ?? '') ? 'en' : 'zh', largeType: fontScale() >= largeFrom };
}
