import { expect, it } from 'vitest';
import { saySealed } from '../../../scripts/stand-ins/say-sealed.ts';
import { challenged } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a sample that another device says to have sealed is refused, under its own name and under the phone’s', async () => {
  const { phone, sessionId, checked, face } = await challenged(world);
  const path = `/holder/v1/sessions/${sessionId}/samples/face`;
  const of = { challengeId: checked.claims.challengeId, kind: 'face' } as const;
  const { device } = (await world.phone()).holder;
  const named = { ...device, thumbprint: phone.holder.device.thumbprint };
  for (const by of [device, named]) {
    const headers = { 'sample-word': saySealed(by, of, face) };
    expect(await phone.ask('PUT', path, { body: face, headers })).toMatchObject({
      ...{ status: 422, code: 'sample-refused' },
    });
  }
  const [head, payload, signature] = saySealed(phone.holder.device, of, face).split('.');
  for (const word of ['', `${head}.${payload}`, `${head}.${payload}.`, `${head}..${signature}`])
    expect(await phone.ask('PUT', path, { body: face, headers: { 'sample-word': word } })).toMatchObject({
      ...{ status: 400, code: 'request-invalid' },
    });
  expect(await phone.put(sessionId, 'face', face)).toMatchObject({ status: 202 });
});
