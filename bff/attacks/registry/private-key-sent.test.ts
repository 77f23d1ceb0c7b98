import { expect, it } from 'vitest';
import { operatorOf } from '../world/operator.fixture.ts';
import { makePair } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a private key is taken nowhere, and what was sent by mistake is neither stored, logged nor answered', async () => {
  const lin = await operatorOf(world);
  const { secret } = makePair('leaked');
  const version = await lin.version('/counters/cnt_shop-1');
  const counter = { counterId: 'cnt_shop-2', rpId: 'rp_shop', name: 'Desk', place: 'Here', key: secret };
  const tries = [
    await lin.ask('POST', '/counters', { body: counter }),
    await lin.ask('POST', '/counters/cnt_shop-1/keys', { body: { version, key: secret } }),
    await lin.ask('POST', '/counters/cnt_shop-1/keys/rotate', { body: { version, key: secret } }),
  ];
  const imported = await lin.ask('POST', '/imports', { body: { counters: [counter] } });
  for (const answer of tries) {
    expect(answer).toMatchObject({ status: 400, code: 'request-invalid' });
    expect(JSON.stringify(answer.body)).not.toContain(secret.d);
  }
  const refused = {
    id: 'cnt_shop-2',
    outcome: 'refused',
    code: 'request-invalid',
    fault: '/key/d is no field of it',
  };
  expect(imported).toMatchObject({ status: 200, body: { entries: [refused] } });
  expect(JSON.stringify(imported.body)).not.toContain(secret.d);
  expect(world.lines.join('')).not.toContain(secret.d);
  const stored = await world.ports.db.read('select entry from audit', {});
  expect(JSON.stringify(stored)).not.toContain(secret.d);
});
