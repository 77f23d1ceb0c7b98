import { expect, it } from 'vitest';
import { ended } from '../world/check.fixture.ts';
import { claimedWithWord, lookAndSpeak } from '../world/word.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('no word is taken before anybody has scanned, and none of those that were tried counts afterwards', async () => {
  const opened = await world.hotel.open('peer', 'meet');
  for (const word of ['000', '111', '222']) {
    const early = await world.hotel.typeWord(opened.sessionId, word);
    expect(early).toMatchObject({ status: 409, code: 'step-out-of-order' });
  }
  const check = await claimedWithWord(world, { session: opened });
  expect(await world.hotel.view(check.sessionId)).toMatchObject({ version: 2, word: 'awaited' });
  const { word } = await lookAndSpeak(check);
  await world.hotel.typeWord(check.sessionId, word);
  expect((await ended(check)).state).toBe('passed');
});

it('where no word is demanded none is taken', async () => {
  const session = await world.hotel.open();
  const check = await claimedWithWord(world, { session });
  const typed = await world.hotel.typeWord(check.sessionId, '123');
  expect(typed).toMatchObject({ status: 409, code: 'step-out-of-order' });
});
