import { Value } from 'typebox/value';
import { expect, it } from 'vitest';
import { SessionsPage } from '../../../shared/contract/verify/08-sessions.ts';
import type { OpenCounter } from '../world/counter.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

const pageOf = async (counter: OpenCounter, since?: string) => {
  const { body } = await counter.ask(
    'GET',
    `/counter/v1/sessions${since === undefined ? '' : `?since=${since}`}`,
  );
  return Value.Parse(SessionsPage, body);
};

it('the pages of a counter show nothing of any other, of the same RP or not, whatever the cursor', async () => {
  await world.hotel.open();
  const { sessions, next } = await pageOf(world.hotel);
  expect(sessions).toHaveLength(1);
  for (const counter of [world.otherHotelCounter, world.shop])
    for (const since of [undefined, next]) expect((await pageOf(counter, since)).sessions).toEqual([]);
});

it.each(['0', '1-', "1-' or 1=1", '-1-AAAAAAAA', '9'.repeat(40), '1-AAAAAAAA&since=1-AAAAAAAA'])(
  'a cursor that is none is refused: %s',
  async (since) => {
    const asked = world.hotel.ask('GET', `/counter/v1/sessions?since=${encodeURI(since)}`);
    expect(await asked).toMatchObject({ status: 400, code: 'request-invalid' });
  },
);
