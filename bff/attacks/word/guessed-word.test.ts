import { expect, it } from 'vitest';
import { ended } from '../world/check.fixture.ts';
import { claimedWithWord, lookAndSpeak, othersThan } from '../world/word.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('three counters of one RP that guess at once have two tries together, and the right word comes too late after them', async () => {
  const check = await claimedWithWord(world);
  const { word } = await lookAndSpeak(check);
  const guesses = othersThan(word);
  const desks = [world.hotel, world.otherHotelCounter, world.thirdHotelCounter];
  const answers = await Promise.all(
    desks.map((desk, turn) => desk.typeWord(check.sessionId, guesses[turn] ?? '')),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  await Promise.all(desks.map((desk) => desk.typeWord(check.sessionId, word)));
  expect((await ended(check)).state).toBe('failed');
});

it('a guess that is sent a hundred times is one guess', async () => {
  const check = await claimedWithWord(world);
  const { word } = await lookAndSpeak(check);
  const [guess] = othersThan(word);
  await Promise.all(Array.from({ length: 100 }, () => world.hotel.typeWord(check.sessionId, guess)));
  expect(await world.hotel.view(check.sessionId)).toMatchObject({ word: 'again' });
  await world.hotel.typeWord(check.sessionId, word);
  expect((await ended(check)).state).toBe('passed');
});
