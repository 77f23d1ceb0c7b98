import { expect, it } from 'vitest';
import { ended } from '../world/check.fixture.ts';
import { claimedWithWord, lookAndSpeak } from '../world/word.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

// What remains (SECURITY.md, known weaknesses): no message of ours can tell that it was read to somebody else.
it('a victim who reads the word to an accomplice by phone lets him pass: only what the screen says stands against it', async () => {
  const relayed = await claimedWithWord(world);
  const { place, counterName } = relayed.shown.asks;
  expect([place, counterName]).toEqual(['酒店街 1 号', 'cnt_hotel-1']);
  const { word } = await lookAndSpeak(relayed);
  const heardByPhone = word;
  await world.hotel.typeWord(relayed.sessionId, heardByPhone);
  expect((await ended(relayed)).state).toBe('passed');
});
