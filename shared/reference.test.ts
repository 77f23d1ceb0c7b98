import { expect, it } from 'vitest';
import { newId } from './ids.ts';
import { referenceOf } from './reference.ts';

it('is six signs that nobody takes for another, the same for the same session', () => {
  const id = newId('ses', (length) => Uint8Array.from({ length }, (_, place) => place * 37));
  expect(referenceOf(id)).toBe('05A-FMS');
  expect(referenceOf(id)).toMatch(/^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}$/);
});
