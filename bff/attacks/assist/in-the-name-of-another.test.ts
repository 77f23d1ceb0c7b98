import { expect, it } from 'vitest';
import { attendantAt, guest, pin, toldOn } from '../world/assist.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const attendant = await attendantAt(world);

async function check(who: Awaited<ReturnType<typeof guest>>, typed = pin) {
  const { sessionId } = await world.hotel.open();
  return attendant.assist(sessionId, who.card, { pin: typed });
}

it('a pass by a stolen card and its PIN is told on its owner’s phone, from which it is the last one', async () => {
  const who = await guest(world);
  expect((await check(who)).state).toBe('passed');
  expect((await toldOn(who)).map(({ kind }) => kind)).toEqual(['raised', 'assisted']);
  const said = await who.phone.ask('POST', '/holder/v1/disputes', { body: { kind: 'check' } });
  expect(said.status).toBe(201);
  expect((await check(who)).state).toBe('failed');
});

it('it says on which day and neither where nor when: nothing in it leads to a check', async () => {
  const who = await guest(world);
  await check(who);
  for (const notice of await toldOn(who)) {
    expect(Object.keys(notice).sort()).toEqual(['at', 'kind', 'seq']);
    expect(new Date(notice.at).toISOString()).toMatch(/T04:00:00\.000Z$/);
  }
});

it('a check that failed is told on nobody’s phone', async () => {
  const who = await guest(world);
  expect((await check(who, '314159')).state).toBe('failed');
  expect((await toldOn(who)).map(({ kind }) => kind)).toEqual(['raised']);
});
