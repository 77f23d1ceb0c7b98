import { expect, it } from 'vitest';
import { signInCall } from '../../../shared/contract/operator/sign-in.ts';
import { startWorld } from '../world/world.fixture.ts';
import { firstOperator, openBrowser, signIn } from './console.fixture.ts';

const world = await startWorld();

it('what a passkey signed signs in once, in this process or in another', async () => {
  const { passkey } = await firstOperator(world);
  const { body, answer } = await signIn(openBrowser(world), passkey);
  expect(answer.status).toBe(200);
  const replays = Array.from({ length: 5 }, () => openBrowser(world).ask(signInCall, body));
  for (const { code } of await Promise.all(replays)) expect(code).toBe('passkey-refused');
  const elsewhere = openBrowser({ url: await world.another() });
  expect((await elsewhere.ask(signInCall, body)).code).toBe('passkey-refused');
});
