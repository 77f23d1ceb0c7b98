import { expect, it } from 'vitest';
import { challenged, sealedFace } from '../world/check.fixture.ts';
import { joinParts, partsOf } from '../world/chunks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('an envelope whose chunks were put into another order, or doubled, is refused', async () => {
  const { phone, sessionId, checked } = await challenged(world);
  const { header, kem, chunks } = partsOf(await sealedFace(phone, checked, 5));
  const [first = [], second = [], ...rest] = chunks;
  for (const order of [
    [second, first, ...rest],
    [first, first, ...rest],
    [first, second, ...rest].reverse(),
  ]) {
    const envelope = joinParts(header, kem, ...order);
    expect(await phone.put(sessionId, 'face', envelope)).toMatchObject({
      status: 422,
      code: 'sample-refused',
    });
  }
  const whole = joinParts(header, kem, chunks);
  expect(await phone.put(sessionId, 'face', whole)).toMatchObject({ status: 202 });
});
