import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';
import { firstOperator, openBrowser, signIn } from './console.fixture.ts';

const world = await startWorld();

it('a copy of a passkey, whose counter stands where the other’s was, signs nobody in', async () => {
  const { passkey } = await firstOperator(world);
  await signIn(openBrowser(world), passkey);
  await signIn(openBrowser(world), passkey);
  const { counter } = passkey;
  for (const behind of [counter, counter - 1, 0]) {
    const thief = openBrowser(world);
    expect((await signIn(thief, passkey, { counter: behind })).answer.code).toBe('passkey-refused');
    expect(thief.cookie).toBe('');
  }
  expect((await signIn(openBrowser(world), passkey, { counter: counter + 1 })).answer.status).toBe(200);
});
