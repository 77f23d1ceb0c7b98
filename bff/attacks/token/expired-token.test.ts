import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a counter’s token is refused once its time is over, though it was read before', async () => {
  const token = await world.hotel.token();
  const ask = () => world.hotel.ask('GET', '/counter/v1/sessions/ses_AAAAAAAAAAAAAAAAAAAAAA', { token });
  expect(await ask()).toMatchObject({ code: 'not-found' });
  world.clock.pass(limits.rpTokenLifetime);
  expect(await ask()).toMatchObject({ status: 401, code: 'token-invalid' });
});

it('a holder’s token is refused once its time is over, though it was read before', async () => {
  const phone = await world.phone();
  expect(await phone.whoAmI()).toMatchObject({ status: 200 });
  world.clock.pass(limits.holderTokenLifetime);
  expect(await phone.whoAmI()).toMatchObject({ status: 401, code: 'token-invalid' });
});
