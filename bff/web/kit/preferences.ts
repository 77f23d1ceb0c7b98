/** How this person reads, as the app keeps it on the device for all pages of its origin: nothing personal. */
export interface Preferences {
  language: 'zh' | 'en';
  largeType: boolean;
}

/** From which share of a browser's usual size of type, in pixels, the app takes it for large. */
const usualType = 16;
const largeFrom = 1.2;

/** The app's own place for it. */
const place = 'liangzheng.preferences';

/** What this person chose; what was not chosen is as the browser says. */
export function readPreferences(): Preferences {
  const type = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const given = {
    language: navigator.language.startsWith('en') ? 'en' : 'zh',
    largeType: type / usualType >= largeFrom,
  } as const;
  try {
    const kept: Partial<Preferences> = JSON.parse(localStorage.getItem(place) ?? '{}');
    return {
      language: kept.language === 'en' || kept.language === 'zh' ? kept.language : given.language,
      largeType: typeof kept.largeType === 'boolean' ? kept.largeType : given.largeType,
    };
  } catch {
    return given;
  }
}

/** Keeps it for the app and for the next scan; a browser that keeps nothing shows it all the same. */
export function keepPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(place, JSON.stringify(preferences));
  } catch {}
}
