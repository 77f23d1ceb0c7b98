import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeptText } from '../platform/platform.ts';
import { keepPreferences, keptPreferences } from './kept-preferences.ts';

let kept: string | undefined;
const preferences: KeptText = {
  read: () => kept,
  write: (value) => {
    kept = value;
  },
};
vi.mock('../platform/open/open-platform.ts', () => ({ openPlatform: () => ({ preferences }) }));

beforeEach(() => {
  kept = undefined;
});

describe('how somebody reads', () => {
  it('is there at once when the app opens anew', () => {
    expect(keptPreferences()).toBeUndefined();
    keepPreferences({ language: 'en', largeType: true });
    expect(keptPreferences()).toEqual({ language: 'en', largeType: true });
  });

  it('says nothing else of the person', () => {
    const more = { language: 'zh', largeType: false, name: 'somebody' } as const;
    keepPreferences(more);
    expect(kept).toBe('{"language":"zh","largeType":false}');
  });

  it.each([
    '',
    'no json',
    '{}',
    '{"language":"fr","largeType":true}',
    '{"language":"zh","largeType":1}',
    'null',
  ])('is what the phone is set to where %j is kept', (text) => {
    kept = text;
    expect(keptPreferences()).toBeUndefined();
  });
});
