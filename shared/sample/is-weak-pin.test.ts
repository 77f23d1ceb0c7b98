import { describe, expect, it } from 'vitest';
import { isWeakPin } from './is-weak-pin.ts';

const idNumber = '99000119990412110X';

describe('a PIN', () => {
  it.each([
    ['one digit six times', '000000'],
    ['two digits in turn', '272727'],
    ['three digits twice', '314314'],
    ['a row of keys', '345678'],
    ['a row backwards', '987654'],
    ['the day of birth', '990412'],
    ['the day of birth, the day first', '120499'],
    ['year and month of birth', '199904'],
    ['the end of the number', '412110'],
  ])('that is %s is what a thief of the card tries first', (_, pin) => {
    expect(isWeakPin(pin, idNumber)).toBe(true);
  });

  it('that is none of these is nobody’s first guess, with the card in hand or not', () => {
    expect(isWeakPin('271828', idNumber)).toBe(false);
    expect(isWeakPin('990412')).toBe(false);
  });
});
