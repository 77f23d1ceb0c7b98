import { expect, it } from 'vitest';
import { login } from '../../../miniprogram/src/login/01-login.ts';
import { protect } from '../../../miniprogram/src/protect/01-protect.ts';
import * as limits from '../../../shared/limits.ts';
import { untilTold, withdraw } from '../world/held.fixture.ts';
import { cardOf, credentialed, handleOf, moveAs } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('who has the phone alone gains nothing by taking back the voice: what needs it needs an officer', async () => {
  const phone = await credentialed(world, 900, 'strict');
  await withdraw(phone, 'voice');
  await phone.ask('POST', '/holder/v1/credential/moves', { body: { move: 'freeze' } });
  await untilTold(world);
  const consent = { face: true, voice: true };
  const view = await protect(phone.holder, { act: 'unfreeze', consent });
  const headers = { 'idempotency-key': 'idempotency-key-0001' };
  const asked = await phone.ask('POST', `/holder/v1/sessions/${view.id}/challenge`, { body: {}, headers });
  expect(asked).toMatchObject({ status: 422, code: 'voice-needed' });
  expect(world.authority.credential(await handleOf(phone))).toMatchObject({
    level: 'strict',
    state: 'frozen',
  });
});

it('nor by a freeze, a login elsewhere and one back: a move by the face alone leaves it basic, on the very same phone', async () => {
  const phone = await credentialed(world, 901, 'strict');
  await phone.ask('POST', '/holder/v1/credential/moves', { body: { move: 'freeze' } });
  await world.phone(phone.account);
  await login(phone.holder);
  const faceAlone = { consent: { face: true, voice: false } } as const;
  expect((await moveAs(phone, 901, faceAlone)).state).toBe('passed');
  expect(await cardOf(phone)).toMatchObject({ state: 'active', level: 'basic' });
  expect(await cardOf(phone)).not.toHaveProperty('strictFrom');
  world.clock.at += limits.strictWait;
  expect(await cardOf(phone)).toMatchObject({ level: 'basic' });
  // The control: by face and voice it is strict on this phone at once.
  const other = await credentialed(world, 902, 'strict');
  await world.phone(other.account);
  await login(other.holder);
  expect((await moveAs(other, 902)).state).toBe('passed');
  expect(await cardOf(other)).toMatchObject({ state: 'active', level: 'strict' });
});
