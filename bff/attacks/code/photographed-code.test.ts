import { expect, it } from 'vitest';
import { claimed } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';
import { arrived, tooLate } from './arrivals.fixture.ts';

const world = await startWorld();

it.each(['by the code', 'by a ticket'] as const)(
  'a code that was photographed and claimed late elsewhere, %s, does not block the guest at the counter',
  async (way) => {
    const [remote, guest] = [await world.citizen(), await world.citizen()];
    const { session, code, ticket } = await arrived(world, remote);
    world.clock.pass(way === 'by the code' ? 30_000 : tooLate);
    expect(await remote.claim({ code, ...(way === 'by a ticket' && { ticket }) })).toMatchObject({
      status: 200,
      body: { state: 'claimed' },
    });
    expect(await world.hotel.view(session.sessionId)).toMatchObject({ state: 'claimed', word: 'awaited' });

    expect(await guest.claim({ code: world.hotel.code(session) })).toMatchObject({ status: 200 });
    const path = `/holder/v1/sessions/${session.sessionId}`;
    expect(await remote.ask('GET', path)).toMatchObject({ status: 409, code: 'session-taken' });
    expect(await remote.ask('POST', `${path}/decline`)).toMatchObject({ code: 'session-taken' });
    expect(await remote.claim({ code, ticket })).toMatchObject({ status: 409, code: 'session-taken' });
    expect(await guest.ask('GET', path)).toMatchObject({ status: 200, body: { state: 'claimed' } });
  },
);

it('a scan that was fresh gives way to nobody, and a late one to no other late one', async () => {
  const { phone, sessionId, session } = await claimed(world);
  const second = await arrived(world, await world.citizen());
  const rival = await world.citizen();
  expect(await rival.claim({ code: world.hotel.code(session) })).toMatchObject({ code: 'session-taken' });
  world.clock.pass(10_000);
  expect(await (await world.citizen()).claim({ code: second.code })).toMatchObject({ status: 200 });
  expect(await rival.claim({ code: second.code })).toMatchObject({ code: 'session-taken' });
  expect(await phone.ask('GET', `/holder/v1/sessions/${sessionId}`)).toMatchObject({ status: 200 });
});
