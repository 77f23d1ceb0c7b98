import { expect, it } from 'vitest';
import { makeSealKey } from '../../../shared/seal/make-seal-key.ts';
import { challenged, sealedFace } from '../world/check.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a sample that is sealed to another key than the challenge names is refused', async () => {
  const phone = await world.citizen();
  const { checked: earlier } = await challenged(world, phone);
  await world.authority.script({ name: 'rotated-key' });
  const { sessionId, checked, face } = await challenged(world, phone);
  expect(checked.sealKey.keyId).not.toBe(earlier.sealKey.keyId);
  const stranger = makeSealKey({ keyId: checked.sealKey.keyId, suite: 17, random }).key;
  for (const sealKey of [earlier.sealKey, stranger]) {
    const envelope = await sealedFace(phone, { ...checked, sealKey });
    expect(await phone.put(sessionId, 'face', envelope)).toMatchObject({
      status: 422,
      code: 'sample-refused',
    });
  }
  expect(await phone.put(sessionId, 'face', face)).toMatchObject({ status: 202 });
});
