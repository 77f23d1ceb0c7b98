import { expect, it, vi } from 'vitest';
import { decodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { json } from '../testing/fake-bff.ts';
import { setUp } from '../testing/set-up.ts';
import { login } from './01-login.ts';

const challenge = 'c'.repeat(43);
const proof = { json: '{"counter":1}', signature: 'AAAA' };

/** A phone of which the bodies of its logins are kept. */
async function rigged(key: { ready: boolean; signs?: boolean }) {
  const rig = await setUp();
  const bodies: unknown[] = [];
  const { request } = rig.platform;
  rig.platform.request = async (asked) => {
    if (asked.url.endsWith('/login/soter')) return json(201, { challenge, expiresAt: 1_790_000_000_000 });
    if (asked.url.endsWith('/login')) bodies.push(JSON.parse(decodeUtf8(asked.body ?? new Uint8Array())));
    return request(asked);
  };
  const sign = vi.fn(async () => {
    if (key.signs === false) throw new Error('turned back');
    return proof;
  });
  rig.platform.secureKey = { ready: async () => key.ready, sign };
  return { ...rig, bodies, sign };
}

it('a phone with a secure key signs the first login of its device key, and asks for no finger again', async () => {
  const { holder, bodies, sign } = await rigged({ ready: true });
  await login(holder);
  await login(holder);
  expect(sign.mock.calls).toEqual([[challenge]]);
  expect(bodies).toEqual([
    { platform: 'wechat', code: 'login-code', soter: proof },
    { platform: 'wechat', code: 'login-code' },
  ]);
});

it('a finger that turned away is asked for again at the next login, and no more once it has signed', async () => {
  const key = { ready: true, signs: false };
  const { holder, bodies, sign } = await rigged(key);
  await login(holder);
  key.signs = true;
  await login(holder);
  await login(holder);
  expect(sign).toHaveBeenCalledTimes(2);
  const bare = { platform: 'wechat', code: 'login-code' };
  expect(bodies).toEqual([bare, { ...bare, soter: proof }, bare]);
});

it.each([
  ['has no finger enrolled', { ready: false }],
  ['is not given the finger', { ready: true, signs: false }],
])('a phone that %s logs in without it', async (_, key) => {
  const { holder, bodies } = await rigged(key);
  await login(holder);
  expect(bodies).toEqual([{ platform: 'wechat', code: 'login-code' }]);
});
