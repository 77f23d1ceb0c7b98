import { dateInChina } from './china-calendar.ts';

/** The first two digits of GB/T 2260: provinces, autonomous regions, municipalities, Taiwan. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71'.split(
    ' ',
  ),
);
/** Residence permits of residents of Hong Kong, Macao and Taiwan. */
const residencePermits = new Set(['81', '82', '83']);
/** Used by no one: synthetic citizens live here. */
const testProvince = '99';
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

export type ResidentId =
  | {
      ok: true;
      /** The number with an upper-case X. */
      number: string;
      /** Six digits; of a foreigner 9, the province and the country (ISO 3166-1 numeric). */
      regionCode: string;
      /** YYYY-MM-DD. */
      birthDate: string;
      sex: 'male' | 'female';
    }
  | { ok: false; problem: 'length' | 'characters' | 'region' | 'birth-date' | 'check-digit' };

/** A number as it is typed or pasted, without spaces, hyphens and what is not seen, in plain digits and with a capital X. */
export function cleanNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Z}\p{Cc}\p{Cf}\p{Pd}]/gu, '')
    .toUpperCase();
}

/**
 * Reads a citizen identification number (GB 11643-1999): region, birth date, order code, check digit (ISO 7064 MOD
 * 11-2). The numbers of residence permits (81, 82, 83) and of permanent residence cards of foreigners (9, province, country) are
 * built alike. Whether such a person exists is not said.
 *
 * @param options.allowTestRegion accept region codes 99xxxx
 * @param options.now epoch milliseconds; nobody is born after today, counted in China. Where it is not known any day will do
 */
export function parseResidentId(
  text: string,
  options: { allowTestRegion: boolean; now: number | undefined },
): ResidentId {
  if (text.length !== 18) return { ok: false, problem: 'length' };
  if (!/^[0-9]{17}[0-9Xx]$/.test(text)) return { ok: false, problem: 'characters' };
  const number = text.toUpperCase();
  if (!isRegion(number, options.allowTestRegion)) return { ok: false, problem: 'region' };
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isBirthDate(birthDate, options.now)) return { ok: false, problem: 'birth-date' };
  if (number.charAt(17) !== checkCharacter(number)) return { ok: false, problem: 'check-digit' };
  const sex = Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female';
  return { ok: true, number, regionCode: number.slice(0, 6), birthDate, sex };
}

/** The day of birth that a number carries, YYYY-MM-DD; undefined where it is no number. */
export function birthDateIn(number: string): string | undefined {
  const read = parseResidentId(number, { allowTestRegion: true, now: undefined });
  return read.ok ? read.birthDate : undefined;
}

function isRegion(number: string, allowTestRegion: boolean): boolean {
  const first = number.slice(0, 2);
  if (first === testProvince) return allowTestRegion;
  if (number.startsWith('9')) return provinces.has(number.slice(1, 3));
  return provinces.has(first) || residencePermits.has(first);
}

function isBirthDate(date: string, now: number | undefined): boolean {
  return isCalendarDate(date) && date >= '1900-01-01' && (now === undefined || date <= dateInChina(now));
}

/** Whether YYYY-MM-DD is a day of the calendar. */
export function isCalendarDate(date: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(date)) return false;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().slice(0, 10) === date;
}

function checkCharacter(number: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number.charAt(i)), 0);
  return checkCharacters.charAt(sum % 11);
}
