import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';
import { openProgram } from './program.fixture.ts';

const world = await startWorld();
const program = openProgram(world);

it('an assertion opens one check, also when it comes ten times at once, and no token at the other endpoint', async () => {
  const client_assertion = world.hotel.assertion();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => program.authorize({ client_assertion })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await world.hotel.askToken(client_assertion)).toMatchObject({ status: 401, code: 'client-unknown' });
});

it('nor does one that gave a token open a check', async () => {
  const client_assertion = world.hotel.assertion();
  expect(await world.hotel.askToken(client_assertion)).toMatchObject({ status: 200 });
  expect(await program.authorize({ client_assertion })).toMatchObject({
    status: 401,
    body: { error: 'invalid_client' },
  });
});

it('the endpoint itself is no audience, and no client comes without an assertion', async () => {
  const client_assertion = world.hotel.assertion({
    claims: { aud: 'https://id.example/oauth/device_authorization' },
  });
  expect(await program.authorize({ client_assertion })).toMatchObject({
    status: 401,
    code: 'client-unknown',
  });
  const none = { client_assertion: '', client_id: 'cnt_hotel-1' };
  expect(await program.authorize(none)).toMatchObject({ status: 401, code: 'client-unknown' });
});
