import { expect, it } from 'vitest';
import { sendRaw } from '../../src/http/server.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a request with two proofs is refused, though both are good', async () => {
  const phone = await world.phone();
  const path = '/holder/v1/credential';
  const { authorization, dpop } = phone.headers('GET', path);
  const lines = [`authorization: ${authorization}`, `dpop: ${dpop}`, `dpop: ${phone.proof('GET', path)}`];
  const head = [`GET ${path} HTTP/1.1`, 'host: id.example', 'connection: close', ...lines, '', ''];
  const answer = await sendRaw(world.url, head.join('\r\n'));
  expect(answer).toMatch(/^HTTP\/1\.1 401 /);
  expect(answer).toContain('"code":"dpop-invalid"');
});
