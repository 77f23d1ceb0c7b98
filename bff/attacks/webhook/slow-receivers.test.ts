import { expect, it } from 'vitest';
import { receive } from '../../src/adapters/webhook/receivers.fixture.ts';
import { openWebhooks } from '../world/webhooks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const hooks = await openWebhooks(world);

it('receivers that answer a byte at a time, or nothing, hold up nobody else’s events for the seconds that they have', async () => {
  hooks.reachLoopback();
  const slow = await receive(({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\nx: ');
    const drip = setInterval(() => void socket.write('a'), 50);
    socket.on('close', () => clearInterval(drip));
  });
  const quick = await receive((_, response) => response.writeHead(204).end());
  for (let n = 0; n < 4; n++) await hooks.add(`http://127.0.0.1:${slow.port}/${n}`);
  await hooks.endOne();
  await expect.poll(() => slow.heard.length, { timeout: 30_000 }).toBe(4);
  await hooks.add(`http://127.0.0.1:${quick.port}/`, 'rp_shop');
  const { sessionId } = await world.shop.open('parcel', 'send');
  await world.shop.ask('POST', `/counter/v1/sessions/${sessionId}/end`, { body: { reason: 'abandoned' } });
  await expect.poll(() => quick.heard.length, { timeout: 30_000 }).toBe(1);
  slow.close();
  quick.close();
});
