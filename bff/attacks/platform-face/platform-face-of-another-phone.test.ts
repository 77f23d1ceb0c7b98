import { expect, it } from 'vitest';
import { faceAwaited } from '../world/platform-face.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ byPlatform: true });

it("another phone can neither open nor end a check's face, and cannot tell that there is one", async () => {
  const { sessionId } = await faceAwaited(world);
  const other = await world.citizen();
  const path = `/holder/v1/sessions/${sessionId}/platform-face`;
  const code = await world.wechat.mint(other.account);
  expect(await other.ask('POST', path, { body: { code } })).toMatchObject({ status: 404, code: 'not-found' });
  expect(await other.ask('POST', `${path}/end`)).toMatchObject({ status: 404, code: 'not-found' });
});
