import { expect, it } from 'vitest';
import { sendRaw } from '../../src/http/server.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ timeouts: { headers: 500, request: 1000 } });

it.each([
  ['one endless header', `x: ${'a'.repeat(40_000)}`],
  ['headers without end', Array.from({ length: 3000 }, (_, i) => `x-${i}: ${i}`).join('\r\n')],
])('%s is refused as a problem', async (_what, lines) => {
  const answer = await sendRaw(world.url, `GET /health/live HTTP/1.1\r\nhost: x\r\n${lines}\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  expect(answer).toContain('"code":"headers-too-large"');
});

it('headers that never end are cut', async () => {
  const trickle = Array.from({ length: 40 }, (_, i) => [`x-${i}: 1\r\n`, 50]).flat();
  const answer = await sendRaw(world.url, 'GET /health/live HTTP/1.1\r\nhost: x\r\n', ...trickle);
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(answer).toContain('"code":"upload-timeout"');
});
