import { expect, it } from 'vitest';
import { sealedVoice } from '../world/check.fixture.ts';
import { faceAwaited } from '../world/platform-face.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ byPlatform: true });

it('a phone that uploads a face of its own where the platform takes it is refused, under either name', async () => {
  const { phone, sessionId, checked } = await faceAwaited(world);
  const envelope = await sealedVoice(phone, checked);
  expect(await phone.put(sessionId, 'face', envelope)).toMatchObject({
    status: 409,
    code: 'sample-not-awaited',
  });
  const named = await phone.put(sessionId, 'platform-face', envelope);
  expect(named).toMatchObject({ status: 400, code: 'request-invalid' });
});
