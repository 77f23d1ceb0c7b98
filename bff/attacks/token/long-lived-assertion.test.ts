import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const second = () => Math.floor(world.clock.at / 1000);
const longest = (limits.clientAssertionMaxLifetime + limits.clockSkew) / 1000;

it.each([
  ['lives for longer than five minutes', () => ({ exp: second() + longest + 1 })],
  ['lives for ever', () => ({ exp: undefined })],
  ['is over', () => ({ exp: second() - 60 })],
  ['is not yet good', () => ({ nbf: second() + 120 })],
  ['was made in two minutes', () => ({ iat: second() + 120 })],
  ['has no id of its own', () => ({ jti: undefined })],
  ['has an id too short to be one', () => ({ jti: '1' })],
])('a client assertion that %s is refused', async (_what, claims) => {
  const answer = await world.hotel.askToken(world.hotel.assertion({ claims: claims() }));
  expect(answer).toMatchObject({ status: 401, code: 'client-unknown' });
});
