import { expect, it } from 'vitest';
import { isFinal, mayBecome, sessionStates, transitions } from './sessions.ts';

it('whatever is being decided is ended by the authority alone, unless the counter word is missing', () => {
  const reachable = (wordMissing: boolean) =>
    sessionStates.filter((to) => mayBecome('deciding', to, wordMissing));
  expect(reachable(false)).toEqual(['claimed', 'passed', 'failed', 'in-review', 'aborted', 'superseded']);
  expect(reachable(true)).toEqual([
    'claimed',
    'passed',
    'failed',
    'in-review',
    'declined',
    'cancelled',
    'aborted',
    'superseded',
  ]);
});

it('a missing word changes nothing of any other state', () => {
  for (const from of sessionStates.filter((state) => state !== 'deciding'))
    for (const to of sessionStates) expect(mayBecome(from, to, true)).toBe(mayBecome(from, to, false));
});

it('nothing follows an end', () => {
  for (const from of sessionStates.filter(isFinal)) expect(transitions[from]).toEqual([]);
});
