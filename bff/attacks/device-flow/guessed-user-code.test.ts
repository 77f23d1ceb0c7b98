import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { send } from '../world/answers.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';
import { openProgram } from './program.fixture.ts';

const world = await startWorld();
const type = (userCode: string, headers: Record<string, string> = {}) =>
  send(`${world.url}/device/v1/user-codes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ userCode }),
  });

it('who guesses user codes is stopped after a page of tries, whatever address the headers claim, and is told the same of each', async () => {
  const { user_code } = await openProgram(world).open();
  const letters = 'BCDFGHJKLMNPQRSTVWXZ';
  const guesses = Array.from(
    { length: limits.userCodesPerNetwork.atOnce },
    (_, i) => `BBBBBB${letters[Math.floor(i / 20)]}${letters[i % 20]}`,
  );
  const answers = await Promise.all(guesses.map((guess) => type(guess)));
  expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['user-code-unknown']));
  expect(await type(user_code, { 'x-forwarded-for': '198.51.100.7' })).toMatchObject({
    status: 429,
    headers: { 'retry-after': '5' },
  });
  world.clock.pass(limits.userCodesPerNetwork.every);
  expect(await type(user_code)).toMatchObject({
    status: 200,
    body: { path: expect.stringMatching(/^\/q\/d\./) },
  });
});

it('what is no code is refused by its size and its letters before anything is looked up', async () => {
  world.clock.pass(60_000);
  expect(await type('')).toMatchObject({ status: 400, code: 'request-invalid' });
  expect(await type('B'.repeat(limits.typedUserCode + 1))).toMatchObject({
    status: 400,
    code: 'request-invalid',
  });
  expect(await type("' or 1=1 --")).toMatchObject({ status: 410, code: 'user-code-unknown' });
});
