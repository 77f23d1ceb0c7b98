import { Value } from 'typebox/value';
import { expect, it } from 'vitest';
import { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import { sendRaw } from '../../src/http/server.fixture.ts';
import { publicUrl } from '../world/bff.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('no header can make the BFF give out codes, or take proofs, for another host', async () => {
  const headers = {
    'x-forwarded-host': 'evil.example',
    forwarded: 'host=evil.example',
    'idempotency-key': 'k'.repeat(16),
  };
  const body = { scene: 'hotel', purpose: 'check-in' };
  const answer = await world.hotel.ask('POST', '/counter/v1/sessions', { body, headers });
  expect(Value.Parse(OpenSessionAnswer, answer.body).codeBaseUrl).toBe(publicUrl);
  const phone = await world.phone();
  const url = 'https://evil.example/holder/v1/credential';
  const { authorization } = phone.headers('GET', '/holder/v1/credential');
  const dpop = phone.proof('GET', '/holder/v1/credential', { url });
  const lines = [
    'host: evil.example',
    `authorization: ${authorization}`,
    `dpop: ${dpop}`,
    'connection: close',
    '',
    '',
  ];
  const refused = await sendRaw(world.url, ['GET /holder/v1/credential HTTP/1.1', ...lines].join('\r\n'));
  expect(refused).toMatch(/^HTTP\/1\.1 401 /);
  expect(refused).toContain('"code":"dpop-invalid"');
});
