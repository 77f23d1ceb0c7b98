import { describe, expect, it } from 'vitest';
import { digitsShown } from './digits-shown.ts';

const digits = '407193';

describe('the digits that are to be read aloud', () => {
  it('are not seen, not even one, before the microphone is open and the first one is due', () => {
    for (const opened of [undefined, { digits, position: -1 }])
      expect(digitsShown(opened)).toEqual({ is: 'nothing' });
  });

  it('come one at a time: what was shown may be caught up on, what comes is not seen', () => {
    for (const position of [0, 1, 5]) {
      const shown = digitsShown({ digits, position });
      if (shown.is !== 'digit') throw new Error('nothing is shown');
      expect(shown.digit).toBe(digits[position]);
      expect(shown.row.map(({ digit }) => digit ?? '').join('')).toBe(digits.slice(0, position + 1));
      expect(shown.row.map(({ is }) => is).indexOf('current')).toBe(position);
      expect(shown.row).toHaveLength(6);
    }
  });

  it('of an enrolment come in rounds of ten, each counted', () => {
    const thirty = '0123456789'.repeat(3);
    const shown = digitsShown({ digits: thirty, position: 14 });
    expect(shown).toMatchObject({ digit: '4', round: 2, rounds: 3 });
    if (shown.is === 'digit')
      expect(shown.row.map(({ at }) => at)).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
  });

  it('are gone once the last one was read', () => {
    expect(digitsShown({ digits, position: 6 })).toEqual({ is: 'done' });
  });
});
