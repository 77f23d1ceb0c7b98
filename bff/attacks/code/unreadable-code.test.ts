import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const phone = await world.phone();

it.each([
  ['another address', 'https://evil.example/'],
  ['a script', 'javascript:alert(1)'],
  ['another version', '2.AAAAAAAAAAAAAAAAAAAAAA.0.AAAAAAAAAAAAAAAAAAAAAA'],
  ['SQL', "1.' or 1=1 --AAAAAAAAAAAA.0.AAAAAAAAAAAAAAAAAAAAAA"],
  ['a time below zero', '1.AAAAAAAAAAAAAAAAAAAAAA.-1.AAAAAAAAAAAAAAAAAAAAAA'],
  ['a NUL', '1.AAAAAAAAAAAAAAAAAAAAAA.0.AAAAAAAAAAAAAAAAAAAAAA\0'],
])('a scanned text with %s is refused as unreadable', async (_what, code) => {
  const answer = await phone.ask('POST', '/holder/v1/sessions/claim', { body: { code } });
  expect(answer).toMatchObject({ status: 400, code: 'code-unreadable' });
});

it('a scanned text that is too long is refused before it is read', async () => {
  const answer = await phone.ask('POST', '/holder/v1/sessions/claim', { body: { code: '1'.repeat(301) } });
  expect(answer).toMatchObject({ status: 400, code: 'request-invalid' });
});
