import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { ended } from '../world/check.fixture.ts';
import { claimedWithWord, lookAndSpeak, othersThan, untilKept } from '../world/word.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('somebody who is checked in another city, to a code that was sent on live, does not pass whoever stands at the counter', async () => {
  const relayed = await claimedWithWord(world);
  const { word } = await lookAndSpeak(relayed);
  await untilKept(world, relayed.sessionId);
  expect(await world.hotel.view(relayed.sessionId)).toMatchObject({ state: 'claimed', word: 'awaited' });

  // Whoever stands at the counter has seen no phone, and says something.
  for (const guess of othersThan(word)) await world.hotel.typeWord(relayed.sessionId, guess);
  expect((await ended(relayed)).state).toBe('failed');
  expect((await world.hotel.view(relayed.sessionId)).state).toBe('failed');
});

it('nor does a code that came late pass him where fresh ones need no word', async () => {
  const session = await world.hotel.open();
  const code = world.hotel.code(session);
  world.clock.pass(limits.counterCodeMaxAge + 1000);
  const relayed = await claimedWithWord(world, { session, code });
  const { word } = await lookAndSpeak(relayed);
  for (const guess of othersThan(word)) await world.hotel.typeWord(relayed.sessionId, guess);
  expect((await ended(relayed)).state).toBe('failed');
});

it('nor does he pass by saying nothing', async () => {
  const relayed = await claimedWithWord(world);
  await lookAndSpeak(relayed);
  await untilKept(world, relayed.sessionId);
  world.clock.pass(limits.wordLifetime);
  expect((await ended(relayed)).state).toBe('aborted');
});

it('while the guest who holds the phone passes by the word that it shows', async () => {
  const honest = await claimedWithWord(world);
  const { word } = await lookAndSpeak(honest);
  await world.hotel.typeWord(honest.sessionId, word);
  expect((await ended(honest)).state).toBe('passed');
});
