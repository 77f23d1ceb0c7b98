import { expect, it } from 'vitest';
import { challenge } from '../../../miniprogram/src/attempt/03-challenge.ts';
import { readSession } from '../../../miniprogram/src/attempt/08-own-session.ts';
import { checkWhoAsks } from '../../../miniprogram/src/holder/who-asks.ts';
import { sealedFace } from '../world/check.fixture.ts';
import { meet } from '../world/meeting.fixture.ts';
import type { Phone } from '../world/phone.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

async function captured(phone: Phone, sessionId: string): Promise<Uint8Array> {
  const view = checkWhoAsks(phone.holder, await readSession(phone.holder, sessionId));
  const { checked } = await challenge(phone.holder, { view, consent: { face: true, voice: false } });
  return await sealedFace(phone, checked);
}

it('one face does for one of the two checks: moved to the other it does not open', async () => {
  const { opener, joiner, openerSession, joinerSession } = await meet(world);
  await captured(opener, openerSession);
  const joiners = await captured(joiner, joinerSession);
  expect(await opener.put(openerSession, 'face', joiners)).toMatchObject({ code: 'sample-refused' });
  expect(await joiner.put(openerSession, 'face', joiners)).toMatchObject({ status: 404, code: 'not-found' });
});
