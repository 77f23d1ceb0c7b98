import { expect, it } from 'vitest';
import { consent } from '../../../miniprogram/src/apply/01-consent.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const refused = { status: 404, code: 'not-found' };

it('no counter can read or end an application, though its id is one of a session', async () => {
  const phone = await world.phone();
  const { id } = await consent(phone.holder, { face: true, voice: true });
  const path = `/counter/v1/sessions/${id}`;
  expect(await world.hotel.ask('GET', path)).toMatchObject(refused);
  const end = { body: { reason: 'staffed' } };
  expect(await world.hotel.ask('POST', `${path}/end`, end)).toMatchObject(refused);
  expect(await phone.ask('GET', `/holder/v1/sessions/${id}`)).toMatchObject({ status: 200 });
});
