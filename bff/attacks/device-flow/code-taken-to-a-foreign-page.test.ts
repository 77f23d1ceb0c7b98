import { expect, it } from 'vitest';
import { ended } from '../world/check.fixture.ts';
import { claimedWithWord, lookAndSpeak } from '../world/word.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';
import { openProgram } from './program.fixture.ts';

const world = await startWorld();
const foreign = { origin: 'https://evil.example' };

it('a page of a foreign origin, with a genuine assertion, uses up no device code and opens no check', async () => {
  const program = openProgram(world);
  const given = await program.open();
  const check = await claimedWithWord(world, { code: given.verification_uri_complete });
  const { word } = await lookAndSpeak(check);
  await world.hotel.typeWord(check.sessionId, word);
  expect((await ended(check)).state).toBe('passed');

  world.clock.pass(given.interval * 1000);
  const page = openProgram(world, world.hotel, foreign);
  const refused = { status: 403, code: 'origin-not-allowed' };
  expect(await page.ask(given.device_code)).toMatchObject(refused);
  const before = await world.ports.db.read('select id from sessions', {});
  expect(await page.authorize()).toMatchObject(refused);
  expect(await world.ports.db.read('select id from sessions', {})).toEqual(before);
  expect(await program.ask(given.device_code)).toMatchObject({ status: 200, body: { state: 'passed' } });
});

it('it is not told how a check goes, nor which origins a counter has where the counter was not recognised', async () => {
  const program = openProgram(world);
  const given = await program.open();
  const page = openProgram(world, world.hotel, foreign);
  expect(await page.ask(given.device_code)).toMatchObject({ status: 403, code: 'origin-not-allowed' });
  const assertion = () => world.hotel.assertion({ key: world.shop.key.privateKey });
  const impostor = openProgram(world, { assertion }, foreign);
  expect(await impostor.ask(given.device_code)).toMatchObject({ status: 401, code: 'client-unknown' });
});
