import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it.each(['grant_type', 'client_assertion_type', 'client_assertion'])(
  'a token request with two values of %s is refused, so that no two readers see two requests',
  async (name) => {
    const answer = await world.hotel.askToken(world.hotel.assertion(), [[name, 'another']]);
    expect(answer).toMatchObject({ status: 400, code: 'request-invalid' });
  },
);
