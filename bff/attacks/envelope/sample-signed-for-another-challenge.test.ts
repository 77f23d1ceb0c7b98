import { expect, it } from 'vitest';
import { saySealed } from '../../../scripts/stand-ins/say-sealed.ts';
import type { SealedKind } from '../../../shared/challenge.ts';
import { challenged } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a sample with the phone’s word for another challenge, for another kind or for other bytes is refused', async () => {
  const [{ phone, sessionId, checked, face, voice }, other] = [
    await challenged(world),
    await challenged(world),
  ];
  const path = `/holder/v1/sessions/${sessionId}/samples/face`;
  const { challengeId } = checked.claims;
  const sendSaying = (of: { challengeId: string; kind: SealedKind }, bytes: Uint8Array) => {
    const word = saySealed(phone.holder.device, of, bytes);
    return phone.ask('PUT', path, { body: face, headers: { 'sample-word': word } });
  };
  const refused = { status: 422, code: 'sample-refused' };
  const elsewhere = other.checked.claims.challengeId;
  expect(await sendSaying({ challengeId: elsewhere, kind: 'face' }, face)).toMatchObject(refused);
  expect(await sendSaying({ challengeId, kind: 'voice' }, face)).toMatchObject(refused);
  expect(await sendSaying({ challengeId, kind: 'face' }, voice)).toMatchObject(refused);
  expect(await sendSaying({ challengeId, kind: 'face' }, face)).toMatchObject({ status: 202 });
});
