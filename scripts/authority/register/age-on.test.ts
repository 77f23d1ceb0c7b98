import { expect, it } from 'vitest';
import { ageOn } from './age-on.ts';

it.each([
  ['2008-11-22', '2026-11-21T15:59:59.999Z', 17, 'the last moment of the day before, in China'],
  [
    '2008-11-22',
    '2026-11-21T16:00:00Z',
    18,
    'the birthday begins in China, while it is the day before in London',
  ],
  ['2008-11-22', '2026-11-22T23:00:00Z', 18, 'the day after'],
  ['2008-02-29', '2026-02-28T04:00:00Z', 17, 'born on 29 February, on 28 February'],
  ['2008-02-29', '2026-02-28T16:00:00Z', 18, 'born on 29 February, from 1 March on'],
  ['2008-02-29', '2028-02-28T16:00:00Z', 20, 'born on 29 February, in a leap year'],
  ['2026-11-22', '2026-11-22T01:00:00Z', 0, 'born today'],
])('who was born on %s is, at %s, %i years old: %s', (born, at, years) => {
  expect(ageOn(born, Date.parse(at))).toBe(years);
});
