import { describe, expect, it } from 'vitest';
import { checkPaper } from './check-paper.ts';

const now = Date.parse('2026-11-29T12:00:00+08:00');
const typed = { name: '林知遥', idNumber: '990001199904121101', documentNumber: 'b 123-4' };
const check = (changes: object = {}, sandbox = true) =>
  checkPaper({ ...typed, ...changes }, { sandbox, now });

describe('a paper of a child, typed', () => {
  it('is as valid as the child is old, and has no end', () => {
    expect(check()).toEqual({
      ok: true,
      card: {
        ...{ name: '林知遥', idNumber: '990001199904121101', validFrom: '1999-04-12' },
        ...{ validUntil: 'long-term', chip: null },
      },
      documentNumber: 'B123-4',
    });
  });

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['a digit that does not fit', { idNumber: '990001199904121102' }, 'idNumber'],
    ['no number of its own', { documentNumber: '' }, 'documentNumber'],
    ['a number with other marks', { documentNumber: '户1' }, 'documentNumber'],
  ])('is not taken with %s', (_, changes, field) => {
    expect(check(changes)).toMatchObject({ ok: false, problems: [{ field }] });
  });

  it('of a synthetic child is taken in a sandbox alone', () => {
    expect(check({}, false).ok).toBe(false);
  });
});
