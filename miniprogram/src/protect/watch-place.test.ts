import { expect, it, vi } from 'vitest';
import { login } from '../login/01-login.ts';
import { json, problemAnswer } from '../testing/fake-bff.ts';
import { setUp } from '../testing/set-up.ts';
import { watchPlace } from './watch-place.ts';

const notice = (seq: number, kind = 'frozen') => ({ seq, kind, at: 1_790_000_000_000 });

it('a phone is told each notice once, goes on from the last one, and says at once that it lost its place', async () => {
  const { holder, bff, platform } = await setUp();
  await login(holder);
  const asked: string[] = [];
  const { request } = platform;
  platform.request = (asking) => {
    asked.push(asking.url.replace(/^.*\?/, ''));
    return request(asking);
  };
  const answers = [
    json(200, { notices: [notice(3), notice(4, 'unfrozen')], serverTime: 1_790_000_000_000 }),
    json(502, {}),
    json(200, { notices: [], serverTime: 1_790_000_000_000 }),
    problemAnswer('device-voided'),
  ];
  bff.before = () => answers.shift() ?? problemAnswer('device-voided');
  const told = vi.fn();
  const { promise: lost, resolve } = Promise.withResolvers<unknown>();
  watchPlace(holder, 2, { told, lost: resolve });
  expect(await lost).toMatchObject({ code: 'device-voided' });
  expect(told.mock.calls).toEqual([[[notice(3), notice(4, 'unfrozen')]]]);
  expect(asked).toEqual(['after=2&wait=25', 'after=4&wait=25', 'after=4&wait=25', 'after=4&wait=25']);
});

it('whoever stops watching is told nothing more', async () => {
  const { holder, bff } = await setUp();
  await login(holder);
  bff.before = () => json(200, { notices: [notice(1)], serverTime: 1_790_000_000_000 });
  const told = vi.fn();
  watchPlace(holder, 0, { told, lost: told })();
  await new Promise((later) => setTimeout(later, 20));
  expect(told).not.toHaveBeenCalled();
});
