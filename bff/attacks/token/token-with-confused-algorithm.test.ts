import { expect, it } from 'vitest';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import { send } from '../world/answers.fixture.ts';
import { claimsOf, headerOf, macJws } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const ask = (token: string) => world.hotel.ask('GET', '/counter/v1/events', { token });

it('a token that is a mac under any key that the BFF publishes is refused', async () => {
  const genuine = await world.hotel.token();
  const published = await send(`${world.url}/.well-known/jwks.json`, {});
  const { x, y } = world.resultKey.open;
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  for (const secret of [point, x, JSON.stringify(published.body), JSON.stringify(world.resultKey.open)]) {
    const token = macJws(headerOf(genuine), claimsOf(genuine), secret);
    expect(await ask(token)).toMatchObject({ status: 401, code: 'token-invalid' });
  }
});

it('a token signed by the counter itself, with its key in the header, is refused', async () => {
  const genuine = await world.hotel.token();
  const { open, privateKey } = world.hotel.key;
  const header = { typ: 'at+jwt', kid: open.kid, jwk: open };
  const token = signEs256({ header, payload: claimsOf(genuine), privateKey });
  expect(await ask(token)).toMatchObject({ status: 401, code: 'token-invalid' });
});
