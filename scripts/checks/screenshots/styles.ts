/** How a screen is set up, as far as pages look different on it. */
export interface Style {
  /** Also the name of its folder. */
  name: string;
  /** Whose pages are looked at on it. */
  shows: 'phone' | 'counter';
  locale: 'zh-CN' | 'en-US';
  /** The browser's own size of type, in pixels; 16 is the usual one. */
  typeSize: number;
  colorScheme: 'light' | 'dark';
  viewport: { width: number; height: number };
}

const usual = { locale: 'zh-CN', typeSize: 16, colorScheme: 'light' } as const;
const phone = { ...usual, shows: 'phone', viewport: { width: 375, height: 812 } } as const;
const small = { width: 320, height: 640 };
const counter = { ...usual, shows: 'counter', viewport: { width: 1280, height: 800 } } as const;

/** Every page can be looked at in each of these; the first of each kind shows every state. */
export const styles: readonly Style[] = [
  { ...phone, name: 'zh' },
  { ...phone, name: 'en', locale: 'en-US' },
  { ...phone, name: 'large', typeSize: 24 },
  { ...phone, name: 'dark', colorScheme: 'dark' },
  { ...phone, name: 'zh-320', viewport: small },
  { ...phone, name: 'large-320-en', typeSize: 24, viewport: small, locale: 'en-US' },
  { ...counter, name: 'counter-1280x800' },
  { ...counter, name: 'counter-800x1280', viewport: { width: 800, height: 1280 } },
  { ...counter, name: 'counter-1920x1080-en', locale: 'en-US', viewport: { width: 1920, height: 1080 } },
  { ...counter, name: 'counter-3840x2160', viewport: { width: 3840, height: 2160 } },
  { ...counter, name: 'counter-dark', colorScheme: 'dark' },
  { ...counter, name: 'counter-320-large', typeSize: 24, viewport: small },
];
