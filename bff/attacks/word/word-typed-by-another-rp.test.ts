import { expect, it } from 'vitest';
import { claimedWithWord, lookAndSpeak } from '../world/word.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('the counter of another RP is told of no session that it types a word for, and uses up no try', async () => {
  const check = await claimedWithWord(world);
  const { word } = await lookAndSpeak(check);
  for (const typed of ['000', word]) {
    const answer = await world.shop.typeWord(check.sessionId, typed);
    expect(answer).toMatchObject({ status: 404, code: 'not-found' });
  }
  const unknown = `${check.sessionId.slice(0, -4)}AAAA`;
  expect((await world.shop.typeWord(unknown, word)).code).toBe('not-found');
  expect(await world.hotel.view(check.sessionId)).toMatchObject({ word: 'awaited' });
});
