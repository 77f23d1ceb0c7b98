import { expect, it } from 'vitest';
import { isConclusive, isFormHint, isIdPhotoHint, retryHints } from './challenge.ts';

it('hints about what was typed or attached lead to the form, all others before the camera', () => {
  expect(retryHints.filter(isFormHint)).toEqual([
    'identity-not-matched',
    'id-photo-unreadable',
    'id-photo-too-dark',
    'id-photo-too-bright',
    'id-photo-blurred',
    'id-photo-face-small',
    'id-photo-one-face',
  ]);
});

it('an ID photo is to be chosen again for its own faults alone', () => {
  expect(retryHints.filter(isIdPhotoHint)).toHaveLength(6);
  expect(isIdPhotoHint('identity-not-matched')).toBe(false);
  expect(isIdPhotoHint('face-too-small')).toBe(false);
});

it('another try ends the same for a card that is reported lost and for an age, and for nothing that was seen or heard', () => {
  expect(retryHints.filter(isConclusive)).toEqual(['card-reported-lost', 'not-of-age', 'age-not-known']);
});
