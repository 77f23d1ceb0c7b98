import { expect, it } from 'vitest';
import { readReference } from './read-reference.ts';

it.each([
  ['7F3-K9M', '7F3-K9M'],
  [' 7f3k9m ', '7F3-K9M'],
  ['７Ｆ３　Ｋ９Ｍ', '7F3-K9M'],
  ['oil-000', '011-000'],
])('reads %j', (typed, reference) => {
  expect(readReference(typed)).toBe(reference);
});

it.each(['', '7F3-K9', '7F3-K9MM', '7F3-K9U', '编号'])('reads nothing in %j', (typed) => {
  expect(readReference(typed)).toBeUndefined();
});
