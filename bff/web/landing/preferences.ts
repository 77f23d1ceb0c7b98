/** How this person reads, as the app keeps it on the device: nothing personal. */
export interface Preferences {
  language: 'zh' | 'en';
  largeType: boolean;
}

/** The app's own place for it. */
const place = 'liangzheng.preferences';

/** What this person chose; what was not chosen is as the browser says. */
export function readPreferences(): Preferences {
  const given = { language: navigator.language.startsWith('en') ? 'en' : 'zh', largeType: false } as const;
  try {
    const kept: Partial<Preferences> = JSON.parse(localStorage.getItem(place) ?? '{}');
    return {
      language: kept.language === 'en' || kept.language === 'zh' ? kept.language : given.language,
      largeType: kept.largeType === true,
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
