import { expect, it } from 'vitest';
import { faceAwaited } from '../world/platform-face.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ byPlatform: true, mayBeUnavailable: true });

it.each<[string, string]>([
  ['garbage', '\u0000\u0001 10000'],
  ['a page', '<html>{"errcode":0,"verify_ret":10000}</html>'],
  ['nothing', ''],
  ['a list', '[{"errcode":0,"verify_ret":10000}]'],
  ['texts for numbers', '{"errcode":"0","verify_ret":"10000"}'],
  ['no errcode', '{"verify_ret":10000}'],
  ['nothing of the prototype', '{"__proto__":{"errcode":0,"verify_ret":10000}}'],
  ['a huge answer', `{"errcode":0,"verify_ret":10000,"x":"${'x'.repeat(5_000_000)}"}`],
])(
  'a platform that answers %s has said nothing: no pass, and the face is still awaited',
  async (_name, answer) => {
    const check = await faceAwaited(world);
    await check.act(await check.open(), 'pass');
    world.wechat.lies.answer = answer;
    expect(await check.end()).toMatchObject({ status: 503, code: 'platform-unavailable' });
    const view = await check.phone.ask('GET', `/holder/v1/sessions/${check.sessionId}`);
    expect(view.body).toMatchObject({ state: 'challenged', awaited: ['platform-face', 'voice'] });
  },
);

it('a platform that answers too slowly has said nothing', { timeout: 20_000 }, async () => {
  const check = await faceAwaited(world);
  await check.act(await check.open(), 'pass');
  world.wechat.lies.after = 6_000;
  expect(await check.end()).toMatchObject({ status: 503, code: 'platform-unavailable' });
});
