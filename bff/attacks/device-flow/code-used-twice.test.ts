import { expect, it } from 'vitest';
import { ended } from '../world/check.fixture.ts';
import { claimedWithWord, lookAndSpeak } from '../world/word.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';
import { openProgram } from './program.fixture.ts';

const world = await startWorld();

it('a device code gives one token, also when it comes at two processes at once, and never again', async () => {
  const program = openProgram(world);
  const given = await program.open();
  const session = { sessionId: given.session_id };
  const check = await claimedWithWord(world, { code: given.verification_uri_complete });
  expect(check.sessionId).toBe(session.sessionId);
  const { word } = await lookAndSpeak(check);
  await world.hotel.typeWord(check.sessionId, word);
  expect((await ended(check)).state).toBe('passed');

  const other = await world.another();
  world.clock.pass(5_000);
  const answers = await Promise.all(
    [world.url, other, world.url, other].map((at) => program.ask(given.device_code, at)),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  for (let i = 0; i < 2; i++)
    expect(await program.askInTime(given)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});
