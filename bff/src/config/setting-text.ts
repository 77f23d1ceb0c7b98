/** What a secret must have at least in production, in letters. */
export const secretLength = 16;

/** What a value of each type must be, as who gave another one is told. */
export const settingTypes = {
  text: { zh: '文本', shouldBe: 'a text' },
  path: { zh: '路径', shouldBe: 'a path' },
  secret: { zh: '密钥', shouldBe: `a secret, in production of at least ${secretLength} letters` },
  URL: {
    zh: 'URL',
    shouldBe: 'an http or https URL without query, in production https and of a host that is not local',
  },
  origin: {
    zh: '源',
    shouldBe:
      'an http or https URL of scheme, host and port alone, without a path, in production https and of a host that is not local',
  },
  'RSA key': { zh: 'RSA 密钥', shouldBe: 'an RSA key of at least 2048 bits, as PEM, base64 or a file' },
  JWK: {
    zh: 'JWK',
    shouldBe: 'a public P-256 JWK, as JSON or a file, in production not marked as of a sandbox',
  },
  number: { zh: '整数', shouldBe: 'a whole number' },
  word: { zh: '选项', shouldBe: 'a word' },
  name: {
    zh: '名称',
    shouldBe: 'a name of at most 60 characters, in production not the one of the sandbox',
  },
  networks: { zh: '网络', shouldBe: 'false, or addresses and networks with commas; in a sandbox also true' },
} as const;

/** What is told of one setting. */
export interface SettingText {
  type: keyof typeof settingTypes;
  /** The value where it is absent. Without one it must be given, unless `without` says what then is. */
  default?: string;
  /** The value where it is absent in a sandbox; production must give one, and not this. */
  inSandbox?: string;
  /** What goes where it is absent, for the table. */
  without?: { en: string; zh: string };
  /** What the value must be, where that says more than the type. */
  shouldBe?: string;
  en: string;
  zh: string;
}
