import { describe, expect, it } from 'vitest';
import { checkTyped } from './check-typed.ts';
import { problemText } from './texts.ts';

const now = Date.parse('2026-11-29T12:00:00+08:00');
const typed = {
  name: '林知遥',
  idNumber: '990001199904121101',
  validFrom: '2021-03-01',
  validUntil: '20410301',
  longTerm: false,
};
const check = (changes: object = {}, sandbox = true) =>
  checkTyped({ ...typed, ...changes }, { sandbox, now });

describe('a card typed by hand', () => {
  it('is what a chip would have said, without a signature', () => {
    expect(check()).toEqual({
      ok: true,
      card: {
        ...{ name: '林知遥', idNumber: '990001199904121101' },
        ...{ validFrom: '2021-03-01', validUntil: '2041-03-01', chip: null },
      },
    });
    expect(check({ validUntil: '', longTerm: true })).toMatchObject({ card: { validUntil: 'long-term' } });
  });

  it('may be typed with spaces, other marks and a small x', () => {
    const given = { name: ' 林知遥 ', idNumber: '990001 19990412 1101', validFrom: '２０２１.03.01' };
    expect(check(given)).toMatchObject({ ok: true, card: { name: '林知遥', validFrom: '2021-03-01' } });
  });

  it.each([
    ['a digit that does not fit', { idNumber: '990001199904121102' }, 'idNumber', 'check-digit'],
    ['a number that is too short', { idNumber: '99000119990412' }, 'idNumber', 'length'],
    ['no name', { name: '  ' }, 'name', 'empty'],
    ['a name that turns the direction of writing', { name: '林\u202e知遥' }, 'name', 'direction'],
    ['a day that is none', { validFrom: '20210231' }, 'validFrom', 'not-a-date'],
    ['a card of tomorrow', { validFrom: '20261130' }, 'validFrom', 'future'],
    ['a card that has expired', { validUntil: '20261128' }, 'validUntil', 'past'],
    ['no end', { validUntil: '' }, 'validUntil', 'not-a-date'],
  ])('is not taken with %s, and the field is named in words', (_, changes, field, problem) => {
    const read = check(changes);
    expect(read).toEqual({ ok: false, problems: [{ field, problem }] });
    if (read.ok) throw new Error('taken');
    for (const found of read.problems) expect(problemText(found).zh).not.toBe('');
  });

  it('of a synthetic citizen is taken in a sandbox alone', () => {
    expect(check({}, false)).toEqual({ ok: false, problems: [{ field: 'idNumber', problem: 'region' }] });
  });

  it('is told all that is wrong at once', () => {
    const read = check({ name: '', idNumber: '1', validFrom: '', validUntil: '' });
    expect(read.ok ? [] : read.problems.map(({ field }) => field)).toEqual([
      ...['name', 'idNumber', 'validFrom', 'validUntil'],
    ]);
  });
});
