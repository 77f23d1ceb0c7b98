import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a JSON body above its limit is refused', async () => {
  const body = JSON.stringify({ scene: 'hotel', purpose: 'x'.repeat(limits.jsonBody) });
  expect(await world.hotel.askSession(body)).toMatchObject({ status: 413, code: 'body-too-large' });
  const phone = await world.phone();
  const claim = await phone.ask('POST', '/holder/v1/sessions/claim', { body });
  expect(claim).toMatchObject({ status: 413, code: 'body-too-large' });
});

it('a token request above its limit is refused', async () => {
  const answer = await world.hotel.askToken('x'.repeat(limits.jsonBody));
  expect(answer).toMatchObject({ status: 413, code: 'body-too-large' });
});
