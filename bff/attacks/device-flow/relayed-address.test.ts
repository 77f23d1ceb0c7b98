import { expect, it } from 'vitest';
import { ended } from '../world/check.fixture.ts';
import { claimedWithWord, lookAndSpeak, othersThan, untilKept } from '../world/word.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';
import { openProgram } from './program.fixture.ts';

const world = await startWorld();
const program = openProgram(world);

it('somebody elsewhere to whom the address was sent passes nobody at the counter: without the word it is pending, and then over', async () => {
  const given = await program.open();
  const relayed = await claimedWithWord(world, { code: given.verification_uri_complete });
  await lookAndSpeak(relayed);
  await untilKept(world, relayed.sessionId);
  for (let i = 0; i < 3; i++)
    expect(await program.askInTime(given)).toMatchObject({
      status: 400,
      body: { error: 'authorization_pending', state: 'claimed' },
    });
  world.clock.pass(120_000);
  expect((await ended(relayed)).state).toBe('aborted');
  expect(await program.askInTime(given)).toMatchObject({
    body: { error: 'access_denied', state: 'aborted' },
  });
});

it('nor by a word that whoever stands there makes up', async () => {
  const given = await program.open();
  const relayed = await claimedWithWord(world, { code: given.verification_uri_complete });
  const { word } = await lookAndSpeak(relayed);
  for (const guess of othersThan(word)) await world.hotel.typeWord(relayed.sessionId, guess);
  expect((await ended(relayed)).state).toBe('failed');
  expect(await program.askInTime(given)).toMatchObject({ body: { error: 'access_denied', state: 'failed' } });
});

it('the program hears the same of a pass and of a fail until the word is there', async () => {
  const heard = [];
  for (const outcome of ['pass', 'fail'] as const) {
    const given = await program.open();
    await world.authority.script({ name: 'stub-decision', outcome, sessionId: given.session_id });
    const check = await claimedWithWord(world, { code: given.verification_uri_complete });
    const { word } = await lookAndSpeak(check);
    await untilKept(world, check.sessionId);
    const { status, body } = await program.askInTime(given);
    heard.push({ status, body: { ...Object(body), session_id: 'its own', traceId: 'its own' } });
    await world.hotel.typeWord(check.sessionId, word);
    expect((await ended(check)).state).toBe(`${outcome}ed`);
  }
  expect(heard[0]).toMatchObject({ body: { error: 'authorization_pending' } });
  expect(heard[0]).toEqual(heard[1]);
});

it('where the word is never asked for there is no device flow', async () => {
  const netBar = openProgram(world, world.netBar);
  expect(await netBar.authorize({ scope: 'net-bar:log-on' })).toMatchObject({
    status: 400,
    body: { error: 'unauthorized_client', code: 'device-flow-not-allowed' },
  });
});

it('a guest who stands there passes by the word that the own phone shows', async () => {
  const given = await program.open();
  const check = await claimedWithWord(world, { code: given.verification_uri_complete });
  const { word } = await lookAndSpeak(check);
  await world.hotel.typeWord(check.sessionId, word);
  expect((await ended(check)).state).toBe('passed');
  expect(await program.askInTime(given)).toMatchObject({ status: 200, body: { state: 'passed' } });
});
