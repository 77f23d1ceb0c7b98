import { expect, it } from 'vitest';
import { demandsWord, wordPolicies, wordPolicyOf } from './counter-word.ts';

it('a strict scene demands the word in every check, whatever was chosen', () => {
  for (const chosen of [undefined, ...wordPolicies])
    expect(demandsWord(wordPolicyOf('gov-window', chosen), 'fresh')).toBe(true);
});

it('any other scene demands it after a late scan, unless the relying party chose otherwise', () => {
  const demanded = [undefined, ...wordPolicies].map((chosen) => {
    const policy = wordPolicyOf('hotel', chosen);
    return [policy, demandsWord(policy, 'fresh'), demandsWord(policy, 'late')];
  });
  expect(demanded).toEqual([
    ['late', false, true],
    ['always', true, true],
    ['late', false, true],
    ['never', false, false],
  ]);
});
