import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';
import { firstLink, firstOperator, follow, openBrowser, signIn } from './console.fixture.ts';

const world = await startWorld();

it('a stolen key whose owner was not verified neither enrols nor signs in', async () => {
  const link = await firstLink(world);
  const enrolled = await follow(openBrowser(world), link, { verified: false });
  expect(enrolled.answer).toMatchObject({ status: 401, code: 'passkey-refused' });
  const { passkey } = await firstOperator(world);
  const thief = openBrowser(world);
  const { answer } = await signIn(thief, passkey, { verified: false });
  expect(answer).toMatchObject({ status: 401, code: 'passkey-refused' });
  expect((await thief.session()).code).toBe('token-missing');
  expect((await signIn(openBrowser(world), passkey)).answer.status).toBe(200);
});
