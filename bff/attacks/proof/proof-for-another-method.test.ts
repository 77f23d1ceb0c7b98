import { expect, it } from 'vitest';
import { agreed } from '../../../shared/consent/agreed.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a proof for reading does not serve for writing', async () => {
  const phone = await world.phone();
  const path = '/holder/v1/applications';
  const answer = await phone.ask('POST', path, {
    body: { consent: agreed() },
    headers: { 'idempotency-key': 'idempotency-key-0001' },
    proof: phone.proof('GET', path),
  });
  expect(answer).toMatchObject({ status: 401, code: 'dpop-invalid' });
});
