import { expect, it } from 'vitest';
import { rootIsMissing } from './build-settings.ts';

it('who builds an app that pins no root is told that it opens nothing, and how to pin one', () => {
  expect(rootIsMissing({ LIANGZHENG_BFF_URL: '', LIANGZHENG_TRUST: '' })).toMatch(
    /LIANGZHENG_TRUST.*opens nothing.*--sandbox/s,
  );
  const pinned = { LIANGZHENG_BFF_URL: '', LIANGZHENG_TRUST: '{"root":{},"sandbox":false}' };
  expect(rootIsMissing(pinned)).toBeUndefined();
});
