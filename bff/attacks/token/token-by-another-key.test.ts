import { expect, it } from 'vitest';
import { claimsOf, headerOf, macJws } from '../world/jws.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a token that is right in all but its key is refused', async () => {
  const genuine = await world.hotel.token();
  const [header, claims] = [headerOf(genuine), claimsOf(genuine)];
  const ask = (token: string) =>
    world.hotel.ask('GET', '/counter/v1/sessions/ses_AAAAAAAAAAAAAAAAAAAAAA', { token });
  expect(await ask(macJws(header, claims, random(32)))).toMatchObject({ status: 401, code: 'token-invalid' });
  expect(await ask(macJws(header, claims, world.accessTokenSecret))).toMatchObject({ code: 'not-found' });
});
