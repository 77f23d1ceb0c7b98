import { expect, it } from 'vitest';
import { ended } from '../world/check.fixture.ts';
import { openWebhooks } from '../world/webhooks.fixture.ts';
import { claimedWithWord, lookAndSpeak, othersThan, untilKept } from '../world/word.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const hooks = await openWebhooks(world);

/** What a webhook is told of a check whose word is typed wrong twice, but for what is another's in each. */
async function toldOf(outcome: 'pass' | 'fail') {
  const check = await claimedWithWord(world);
  await world.authority.script({ name: 'stub-decision', outcome, sessionId: check.sessionId });
  const { word } = await lookAndSpeak(check);
  await untilKept(world, check.sessionId);
  const about = () => hooks.sent.filter(({ body }) => body.includes(check.sessionId));
  expect(await hooks.deliveries()).not.toContainEqual(
    expect.objectContaining({ session_id: check.sessionId }),
  );
  for (const guess of othersThan(word).slice(0, 2)) await world.hotel.typeWord(check.sessionId, guess);
  expect((await ended(check)).state).toBe('failed');
  await expect.poll(() => about().length, { timeout: 30_000 }).toBe(1);
  return about().map(({ body }) => {
    const { type, data } = JSON.parse(body);
    return { type, ...data, sessionId: '', result: typeof data.result };
  });
}

it('nothing that a webhook is told, and no number of events, tells a pass with a wrong word from a fail', async () => {
  hooks.record();
  await hooks.add('https://hotel.example/');
  expect(await toldOf('pass')).toEqual(await toldOf('fail'));
});
