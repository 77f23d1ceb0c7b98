import { expect, it } from 'vitest';
import { readSession } from '../../../miniprogram/src/attempt/08-own-session.ts';
import { ended, sendSamples } from '../world/check.fixture.ts';
import { agreeForReceipt, newPlace, receiptOf } from '../world/receipts.fixture.ts';
import { claimedWithWord, othersThan, untilKept } from '../world/word.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it.each([
  ['the right word', 'passed', 'pass'],
  ['two wrong words', 'failed', 'fail'],
])(
  'after a pass of the face and %s the receipt says what the counter was told',
  async (says, state, outcome) => {
    const check = await claimedWithWord(world);
    const place = newPlace();
    await sendSamples({ ...check, ...(await agreeForReceipt(check, place)) });
    const { word = '' } = await readSession(check.phone.holder, check.sessionId);
    await untilKept(world, check.sessionId);
    // Before the end there is nothing yet, though it is decided.
    expect(await receiptOf({ ...check, place })).toBeUndefined();
    const [first, second] = othersThan(word);
    for (const said of says === 'the right word' ? [word] : [first, second])
      await world.hotel.typeWord(check.sessionId, said);
    expect((await ended(check)).state).toBe(state);
    const receipt = await receiptOf({ ...check, place });
    expect(receipt?.claims).toMatchObject({ outcome, scene: 'peer' });
    // Whom the counter was told not to know may well be asked for more.
    expect('report' in (receipt?.claims ?? {})).toBe(outcome === 'pass');
  },
);
