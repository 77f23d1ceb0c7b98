/** How a phone is set up, as far as pages look different on it. */
export interface Style {
  /** Also the name of its folder. */
  name: string;
  locale: 'zh-CN' | 'en-US';
  /** The browser's own size of type, in pixels; 16 is the usual one. */
  typeSize: number;
  colorScheme: 'light' | 'dark';
  viewport: { width: number; height: number };
}

const phone = { width: 375, height: 812 };
const smallPhone = { width: 320, height: 640 };
const usual = { locale: 'zh-CN', typeSize: 16, colorScheme: 'light', viewport: phone } as const;
const large = { ...usual, typeSize: 24 } as const;

/** Every page is looked at in each of these. */
export const styles: readonly Style[] = [
  { ...usual, name: 'zh' },
  { ...usual, name: 'en', locale: 'en-US' },
  { ...large, name: 'large' },
  { ...usual, name: 'dark', colorScheme: 'dark' },
  { ...large, name: 'large-320', viewport: smallPhone },
  { ...large, name: 'large-320-en', viewport: smallPhone, locale: 'en-US' },
];
