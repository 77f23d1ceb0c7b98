import { expect, it } from 'vitest';
import { receive } from '../../src/adapters/webhook/receivers.fixture.ts';
import { openWebhooks } from '../world/webhooks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const answers: string[] = ['93.184.215.14'];
const world = await startWorld({
  resolve: async () => [{ address: answers.shift() ?? '127.0.0.1', family: 4 }],
});
const hooks = await openWebhooks(world);

it('a name that is public when it is judged and this machine a moment later is not connected to', async () => {
  const inside = await receive((_, response) => response.end());
  await hooks.add(`https://rebind.example:${inside.port}/`);
  await hooks.endOne();
  await expect
    .poll(hooks.deliveries, { timeout: 30_000 })
    .toMatchObject([{ state: 'waiting', fault: 'address-refused' }]);
  expect(inside.connections()).toBe(0);
  inside.close();
});
