import { expect, it } from 'vitest';
import { challenged } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const refused = { status: 415, code: 'content-type-unsupported' };

it.each([
  'image/jpeg',
  'application/json',
  'multipart/form-data; boundary=x',
  'application/octet-stream; a=b',
  '',
])('an upload that calls itself "%s" is refused', async (type) => {
  const { phone, sessionId, face } = await challenged(world);
  const path = `/holder/v1/sessions/${sessionId}/samples/face`;
  expect(await phone.ask('PUT', path, { body: face, headers: { 'content-type': type } })).toMatchObject(
    refused,
  );
});

it('JSON that calls itself something else is refused', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
    const headers = { 'content-type': type, 'idempotency-key': 'idempotency-key-0001' };
    const body = '{"scene":"hotel","purpose":"check-in"}';
    expect(await world.hotel.ask('POST', '/counter/v1/sessions', { body, headers })).toMatchObject(refused);
  }
});
