import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';
import { firstOperator, openBrowser, signIn } from './console.fixture.ts';

const world = await startWorld();
const { passkey } = await firstOperator(world);

it.each([
  ['a page that looks alike', { origin: 'https://id.example.evil.example' }],
  ['the same host without TLS', { origin: 'http://id.example' }],
  ['another port', { origin: 'https://id.example:8443' }],
  ['a host above', { rpId: 'example' }],
  ['another site', { origin: 'https://evil.example', rpId: 'evil.example' }],
])('what an operator signed for %s signs nobody in here', async (_where, asked) => {
  const thief = openBrowser(world);
  const { answer } = await signIn(thief, passkey, asked);
  expect(answer).toMatchObject({ status: 401, code: 'passkey-refused' });
  expect(thief.cookie).toBe('');
});
