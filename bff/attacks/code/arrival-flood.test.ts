import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { land } from '../../src/verify/02-land.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const most = limits.arrivalsPerSession.atOnce;
const mostOfOne = limits.arrivalsPerSessionAndNetwork.atOnce;

/** A counter's code, opened so many times at once from each of these addresses; counts the tickets. */
async function flooded(sources: readonly string[], times: number) {
  const session = await world.hotel.open();
  const code = world.hotel.code(session);
  const openings = sources.flatMap((source) => Array.from({ length: times }, () => ({ code, source })));
  const landings = await Promise.all(openings.map((opened) => land(world.ports, opened)));
  for (const { names } of landings) expect(names.rpName).toBe('酒店');
  const given = landings.filter(({ ticket }) => ticket !== undefined).length;
  const kept = await world.ports.db.read('select ticket from arrivals where session_id = :id', {
    id: session.sessionId,
  });
  expect(kept).toHaveLength(given);
  return { session, code, given };
}

it.each([
  ['one address', ['203.0.113.7']],
  ['the addresses of one IPv6 network', ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9']],
])(
  'a photographed code that is opened without end from %s leaves tickets for who is elsewhere',
  async (_, from) => {
    const { session, code, given } = await flooded(from, 60);
    expect(given).toBe(mostOfOne);
    const guest = await world.citizen();
    expect(await guest.arrive({ code })).toMatchObject({ status: 201 });
    expect(await world.hotel.view(session.sessionId)).toMatchObject({ version: 2, needsMoreTime: true });
  },
);

it('opened without end from everywhere it leaves twenty arrivals, and the guest who scans is not kept out', async () => {
  const { session, code, given } = await flooded(
    Array.from({ length: most }, (_, place) => `203.0.113.${place}`),
    3,
  );
  expect(given).toBe(most);
  const guest = await world.citizen();
  expect(await guest.arrive({ code })).toMatchObject({ status: 429, code: 'too-many-requests' });
  expect(await world.hotel.view(session.sessionId)).toMatchObject({ version: 2, needsMoreTime: true });
  expect(await guest.claim({ code })).toMatchObject({ status: 200, body: { state: 'claimed' } });
});

it('a phone that arrives everywhere is refused after as many as anybody needs', async () => {
  const phone = await world.phone();
  const most = limits.arrivalsPerDevice.atOnce;
  const codes = await Promise.all(
    Array.from({ length: most + 1 }, async () => world.hotel.code(await world.hotel.open())),
  );
  for (const code of codes.slice(1)) expect(await phone.arrive({ code })).toMatchObject({ status: 201 });
  expect(await phone.arrive({ code: codes[0] ?? '' })).toMatchObject({ status: 429 });
  // Again at the same check is no other arrival.
  expect(await phone.arrive({ code: codes[1] ?? '' })).toMatchObject({ status: 201 });
});
