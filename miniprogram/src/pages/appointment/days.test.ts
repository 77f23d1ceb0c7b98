import { expect, it } from 'vitest';
import { daysToCome, dayText } from './days.ts';

const lateOnSaturday = Date.parse('2026-11-28T23:59:00+08:00');

it('one may come on seven days from today on, as China counts them', () => {
  expect(daysToCome(lateOnSaturday)).toEqual([
    ...['2026-11-28', '2026-11-29', '2026-11-30'],
    ...['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'],
  ]);
  expect(daysToCome(lateOnSaturday + 60_000)[0]).toBe('2026-11-29');
});

it('a day is said with its weekday, and today and tomorrow as such', () => {
  const said = (day: string) => dayText(day, lateOnSaturday);
  expect(said('2026-11-28')).toEqual({ zh: '11月28日 周六（今天）', en: 'Sat 28 Nov (today)' });
  expect(said('2026-11-29')).toEqual({ zh: '11月29日 周日（明天）', en: 'Sun 29 Nov (tomorrow)' });
  expect(said('2026-12-01')).toEqual({ zh: '12月1日 周二', en: 'Tue 1 Dec' });
});
