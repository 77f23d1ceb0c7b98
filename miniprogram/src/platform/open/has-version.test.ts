import { describe, expect, it } from 'vitest';
import { hasVersion } from './has-version.ts';

describe('a version of the base library', () => {
  it('is compared number by number, not letter by letter', () => {
    expect(hasVersion('2.9.0', '2.21.3')).toBe(false);
    expect(hasVersion('2.21.3', '2.21.3')).toBe(true);
    expect(hasVersion('3.0', '2.21.3')).toBe(true);
  });

  it('that cannot be read has nothing', () => {
    expect(hasVersion('', '2.21.3')).toBe(false);
  });
});
