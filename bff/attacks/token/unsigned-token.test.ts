import { expect, it } from 'vitest';
import { claimsOf, headerOf, tamperedJws, unsignedJws } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const ask = (token: string) => world.shop.ask('GET', '/counter/v1/events', { token });

it('a token of the algorithm none is refused', async () => {
  const genuine = await world.hotel.token();
  const [header, claims] = [headerOf(genuine), claimsOf(genuine)];
  for (const signature of ['', 'x', genuine.split('.')[2]])
    expect(await ask(unsignedJws(header, claims, signature))).toMatchObject({
      status: 401,
      code: 'token-invalid',
    });
});

it('a token whose claims were changed is refused', async () => {
  const changed = tamperedJws(await world.hotel.token(), { sub: 'cnt_shop-1', rp: 'rp_shop' });
  expect(await ask(changed)).toMatchObject({ status: 401, code: 'token-invalid' });
});
