import type { Text } from '../../../shared/text.ts';
import { flag, oneOf, record } from '../holder/guards.ts';
import { openPlatform } from '../platform/open/open-platform.ts';

/** How this person reads: kept on the phone from one scan to the next. */
export interface Preferences {
  language: keyof Text;
  largeType: boolean;
}

const isPreferences = record({ language: oneOf(['zh', 'en']), largeType: flag });

/** What was chosen on this phone before, there at once; undefined where nothing was, or it cannot be read. */
export function keptPreferences(): Preferences | undefined {
  try {
    const kept: unknown = JSON.parse(openPlatform().preferences.read() ?? '');
    if (!isPreferences(kept)) return undefined;
    const { language, largeType } = kept;
    return { language, largeType };
  } catch {
    return undefined;
  }
}

export function keepPreferences({ language, largeType }: Preferences): void {
  openPlatform().preferences.write(JSON.stringify({ language, largeType }));
}
