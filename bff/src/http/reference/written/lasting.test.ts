import { expect, it } from 'vitest';
import { lasting } from './lasting.ts';

it('a limit is said in the largest unit of which there are whole ones, a day as 24 hours', () => {
  expect([1000, 90_000, 600_000, 5_400_000, 86_400_000, 864_000_000].map(lasting)).toEqual([
    ...['1 second', '90 seconds', '10 minutes', '90 minutes', '24 hours', '10 days'],
  ]);
});

it.each([0, 500, 1.5, Number.NaN])('%d ms are none', (milliseconds) => {
  expect(() => lasting(milliseconds)).toThrow('no whole unit');
});
