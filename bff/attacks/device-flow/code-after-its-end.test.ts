import { expect, it } from 'vitest';
import { extend } from '../../../miniprogram/src/verify/02-extend.ts';
import * as limits from '../../../shared/limits.ts';
import { ended } from '../world/check.fixture.ts';
import { claimedWithWord, lookAndSpeak, untilKept } from '../world/word.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';
import { openProgram } from './program.fixture.ts';

const world = await startWorld();
const program = openProgram(world);

it('the address of a check that nobody claimed in time claims nothing', async () => {
  const { verification_uri_complete: code, device_code } = await program.open();
  world.clock.pass(limits.deviceCheckLifetime - limits.deviceClaimLeast);
  const phone = await world.citizen();
  expect(await phone.claim({ code })).toMatchObject({ status: 410, code: 'session-over' });
  expect(await phone.arrive({ code })).toMatchObject({ status: 410, code: 'session-over' });
  expect(await program.ask(device_code)).toMatchObject({
    body: { error: 'expired_token', state: 'expired' },
  });
});

it('a phone that came late and was given more time passes nobody once the client has been told that all is over', async () => {
  const given = await program.open();
  const end = world.clock.at + limits.deviceCheckLifetime;
  world.clock.pass(limits.deviceCheckLifetime - limits.wordLifetime - 60_000);
  const check = await claimedWithWord(world, { code: given.verification_uri_complete });
  const { word } = await lookAndSpeak(check);
  await untilKept(world, check.sessionId);
  expect((await extend(check.phone.holder, check.sessionId)).deadline).toBe(end);
  world.clock.pass(end - world.clock.at);
  expect(await world.hotel.typeWord(check.sessionId, word)).toMatchObject({ code: 'session-over' });
  expect(await program.ask(given.device_code)).toMatchObject({
    body: { error: 'access_denied', state: 'aborted' },
  });
  expect(await world.hotel.view(check.sessionId)).toMatchObject({ state: 'aborted' });
});

it('a device code that is over gives no token for a pass; the counter reads it by the session', async () => {
  const given = await program.open();
  const check = await claimedWithWord(world, { code: given.verification_uri_complete });
  const { word } = await lookAndSpeak(check);
  await world.hotel.typeWord(check.sessionId, word);
  expect((await ended(check)).state).toBe('passed');
  world.clock.pass(limits.deviceCodeLifetime);
  expect(await program.ask(given.device_code)).toMatchObject({ body: { error: 'expired_token' } });
  expect(await world.hotel.view(given.session_id)).toMatchObject({ state: 'passed' });
});
