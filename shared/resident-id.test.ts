import { describe, expect, it } from 'vitest';
import { cleanNumber, isCalendarDate, parseResidentId } from './resident-id.ts';

const options = { allowTestRegion: false, now: Date.UTC(2026, 10, 21, 12) };
const problemOf = (text: string, more = {}) => {
  const result = parseResidentId(text, { ...options, ...more });
  return result.ok ? 'none' : result.problem;
};

/** Puts the right check digit behind 17 digits, summing as the standard's own formula does. */
function withCheckDigit(digits: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(digits[i]) * (2 ** (17 - i) % 11);
  const check = (12 - (sum % 11)) % 11;
  return digits + (check === 10 ? 'X' : String(check));
}

describe('a resident ID number', () => {
  it('is read: the example of GB 11643-1999', () => {
    expect(parseResidentId('11010519491231002X', options)).toEqual({
      ok: true,
      number: '11010519491231002X',
      regionCode: '110105',
      birthDate: '1949-12-31',
      sex: 'female',
    });
    expect(parseResidentId('440524188001010014', options)).toEqual({ ok: false, problem: 'birth-date' });
  });

  it('may end in a small x, which becomes a capital', () => {
    expect(parseResidentId('11010519491231002x', options)).toMatchObject({
      ok: true,
      number: '11010519491231002X',
    });
  });

  it('tells men by an odd order code', () => {
    expect(parseResidentId(withCheckDigit('11010519491231003'), options)).toMatchObject({
      ok: true,
      sex: 'male',
    });
  });

  it.each([
    ['', 'length'],
    ['110105491231002', 'length'],
    ['11010519491231002X ', 'length'],
    [' 1010519491231002X', 'characters'],
    ['1101051949123100XX', 'characters'],
    ['１１010519491231002X', 'characters'],
    ['11010519491231002Y', 'characters'],
    [withCheckDigit('10010519491231002'), 'region'],
    [withCheckDigit('00010519491231002'), 'region'],
    [withCheckDigit('99010519491231002'), 'region'],
    [withCheckDigit('11010519490230002'), 'birth-date'],
    [withCheckDigit('11010519491331002'), 'birth-date'],
    [withCheckDigit('11010519490001002'), 'birth-date'],
    [withCheckDigit('11010519000229002'), 'birth-date'],
    [withCheckDigit('11010518991231002'), 'birth-date'],
    [withCheckDigit('11010520261122002'), 'birth-date'],
  ])('%j is refused: %s', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it.each(['19000101', '20000229', '20261121'])('accepts the birth date %s', (date) => {
    expect(problemOf(withCheckDigit(`110105${date}002`))).toBe('none');
  });

  it('counts today in China', () => {
    const tomorrowInLondon = withCheckDigit('11010520261122002');
    expect(problemOf(tomorrowInLondon, { now: Date.UTC(2026, 10, 21, 15, 59, 59, 999) })).toBe('birth-date');
    expect(problemOf(tomorrowInLondon, { now: Date.UTC(2026, 10, 21, 16) })).toBe('none');
  });

  it('refuses every wrong check digit, and every single wrong digit and swapped neighbour', () => {
    const good = '11010519491231002X';
    for (const check of '0123456789') expect(problemOf(good.slice(0, 17) + check)).toBe('check-digit');
    for (let i = 0; i < 17; i++) {
      for (const digit of '0123456789') {
        const changed = good.slice(0, i) + digit + good.slice(i + 1);
        if (changed !== good) expect(problemOf(changed)).not.toBe('none');
      }
      const swapped = good.slice(0, i) + good.charAt(i + 1) + good.charAt(i) + good.slice(i + 2);
      if (swapped !== good) expect(problemOf(swapped)).not.toBe('none');
    }
  });

  it('accepts test regions only where they are allowed', () => {
    const test = withCheckDigit('99010119900101001');
    expect(problemOf(test)).toBe('region');
    expect(problemOf(test, { allowTestRegion: true })).toBe('none');
    expect(problemOf(withCheckDigit('98010119900101001'), { allowTestRegion: true })).toBe('region');
  });
});

describe('the numbers of other cards', () => {
  it.each([
    ["Taiwan residents' residence permit", '830000199003070019'],
    ["Hong Kong residents' residence permit", withCheckDigit('81000019900307001')],
    ["Macao residents' residence permit", withCheckDigit('82000019900307001')],
    ["a foreigner's permanent residence card", '931840199003070018'],
  ])('are taken: %s', (_what, number) => expect(problemOf(number)).toBe('none'));

  it.each([
    ['84 is no permit', withCheckDigit('84000019900307001')],
    ['99 is no province of a foreigner', withCheckDigit('99184019900307001')],
    ['990 neither', withCheckDigit('90184019900307001')],
  ])('are not confused with what is none: %s', (_what, number) => expect(problemOf(number)).toBe('region'));
});

describe('a pasted number', () => {
  it.each([
    ['spaces', '110105 19491231 002X'],
    ['spaces around', ' 11010519491231002X\n'],
    ['hyphens', '110105-19491231-002X'],
    ['direction marks', '\u202d11010519491231002X\u202c'],
    ['zero width spaces', '11010519491231002X\u200b'],
    ['full width digits', '１１０１０５１９４９１２３１００２Ｘ'],
    ['a small x', '11010519491231002x'],
  ])('is cleaned of %s', (_what, text) => expect(cleanNumber(text)).toBe('11010519491231002X'));
});

describe('a calendar date', () => {
  it.each(['2024-02-29', '1900-01-01'])('%s is one', (date) => expect(isCalendarDate(date)).toBe(true));
  it.each(['2023-02-29', '2024-2-9', '2024-13-01', '2024-00-10', '2024-01-01T00:00', '', '20240101'])(
    '%j is none',
    (date) => {
      expect(isCalendarDate(date)).toBe(false);
    },
  );
});
