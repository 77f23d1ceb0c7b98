import { expect, it } from 'vitest';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { login } from '../login/01-login.ts';
import { setUp } from '../testing/set-up.ts';
import { readCredential } from './07-credential.ts';

it('takes no level for granted: a live credential without one is refused', async () => {
  const { holder, platform } = await setUp('verify');
  await login(holder);
  const { request } = platform;
  platform.request = async (asked) => {
    const answer = await request(asked);
    return asked.url.endsWith('/holder/v1/credential')
      ? {
          ...answer,
          body: encodeUtf8(JSON.stringify({ state: 'active', handle: 'crd_AAAAAAAAAAAAAAAAAAAAAA' })),
        }
      : answer;
  };
  await expect(readCredential(holder)).rejects.toMatchObject({ code: 'answer-unreadable' });
  platform.request = request;
  expect(await readCredential(holder)).toMatchObject({ state: 'active', level: 'basic' });
});
