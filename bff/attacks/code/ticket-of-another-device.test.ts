import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';
import { arrived, cookieOf, tooLate } from './arrivals.fixture.ts';

const world = await startWorld();

it('a ticket that was copied from another phone claims nothing, with or without its code', async () => {
  const [phone, thief] = [await world.citizen(), await world.citizen()];
  const { session, code, ticket } = await arrived(world, phone);
  world.clock.pass(tooLate);
  for (const body of [{ ticket }, { code, ticket }])
    expect(await thief.claim(body)).toMatchObject({ status: 410, code: 'code-stale' });
  for (const body of [{}, { code }])
    expect(await thief.arrive(body, ticket)).toMatchObject({ status: 410, code: 'code-stale' });
  expect(await phone.claim({ ticket })).toMatchObject({ status: 200, body: { id: session.sessionId } });
});

it('a browser’s cookie is for the first device key that calls with it, and for no other', async () => {
  const [phone, thief] = [await world.citizen(), await world.citizen()];
  const session = await world.hotel.open();
  const ticket = await cookieOf(world, world.hotel.code(session));
  world.clock.pass(tooLate);
  expect(await thief.claim({ ticket })).toMatchObject({ status: 410, code: 'code-stale' });
  expect(await phone.arrive({}, ticket)).toMatchObject({ status: 201, body: { ticket } });
  expect(await thief.arrive({}, ticket)).toMatchObject({ status: 410, code: 'code-stale' });
  expect(await thief.claim({ ticket })).toMatchObject({ status: 410, code: 'code-stale' });
  expect(await phone.claim({ ticket })).toMatchObject({ status: 200 });
});

it('of many phones that bind one cookie at once, one has it', async () => {
  const phones = await Promise.all(Array.from({ length: 6 }, () => world.phone()));
  const ticket = await cookieOf(world, world.hotel.code(await world.hotel.open()));
  const answers = await Promise.all(phones.map((phone) => phone.arrive({}, ticket)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410, 410, 410, 410]);
});
