import { expect, it } from 'vitest';
import { challenged } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a phone that wants the platform where its own capture is awaited is refused', async () => {
  const { phone, sessionId } = await challenged(world);
  const path = `/holder/v1/sessions/${sessionId}/platform-face`;
  const refused = { status: 409, code: 'sample-not-awaited' };
  expect(await phone.ask('POST', path, { body: { code: 'account-1' } })).toMatchObject(refused);
  expect(await phone.ask('POST', `${path}/end`)).toMatchObject(refused);
});
