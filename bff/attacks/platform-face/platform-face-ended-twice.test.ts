import { expect, it } from 'vitest';
import { faceAwaited } from '../world/platform-face.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ byPlatform: true });

it('a second end changes nothing: not after a fail, whatever is done at the page meanwhile', async () => {
  const check = await faceAwaited(world);
  await check.act(await check.open(), 'fail');
  expect(await check.end()).toMatchObject({ status: 200, body: { awaited: ['voice'] } });
  world.wechat.lies.answer = '{"errcode":0,"verify_ret":10000}';
  expect(await check.end()).toMatchObject({ status: 409, code: 'sample-not-awaited' });
  expect(await check.begin()).toMatchObject({ status: 409, code: 'sample-not-awaited' });
  expect(await check.finish()).toBe('failed');
});

it('ends at the same moment count as one', async () => {
  const check = await faceAwaited(world);
  await check.act(await check.open(), 'pass');
  const answers = await Promise.all([check.end(), check.end(), check.end()]);
  for (const { status, code } of answers) expect([200, 409], code).toContain(status);
  expect(await check.finish()).toBe('passed');
});
