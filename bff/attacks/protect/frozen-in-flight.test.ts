import { expect, it } from 'vitest';
import { strengthen } from '../../../miniprogram/src/protect/strengthen.ts';
import { challenged, ended, sendSamples } from '../world/check.fixture.ts';
import { credentialed } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a check that was on its way as the credential was frozen does not pass, and its counter learns no cause', async () => {
  const phone = await credentialed(world, 1);
  const check = await challenged(world, phone);
  const decide = world.authority.holdNextDecision();
  await sendSamples(check);
  await strengthen(phone.holder, 'freeze');
  decide();
  expect((await ended(check)).state).toBe('failed');
  const view = await world.hotel.view(check.sessionId);
  expect(view.state).toBe('failed');
  expect(JSON.stringify(view)).not.toContain('froz');
  const session = await world.hotel.open();
  const again = await phone.claim({ code: world.hotel.code(session) });
  expect(again).toMatchObject({ status: 403, code: 'credential-frozen' });
});
