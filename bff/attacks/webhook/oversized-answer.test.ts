import { expect, it } from 'vitest';
import { receive } from '../../src/adapters/webhook/receivers.fixture.ts';
import { openWebhooks } from '../world/webhooks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const hooks = await openWebhooks(world);

it('an answer without end, and headers without end, take neither memory nor time', async () => {
  hooks.reachLoopback();
  let written = 0;
  const endless = await receive(({ url, socket }, response) => {
    if (url === '/headers') {
      socket.write('HTTP/1.1 200 OK\r\n');
      const more = () => {
        while (!socket.destroyed && socket.write(`x-${'a'.repeat(1000)}: b\r\n`)) written += 1000;
        socket.once('drain', more);
      };
      return more();
    }
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(16 * 1024))) written += 16 * 1024;
      response.once('drain', more);
    };
    response.writeHead(200);
    more();
  });
  await hooks.add(`http://127.0.0.1:${endless.port}/body`);
  await hooks.add(`http://127.0.0.1:${endless.port}/headers`);
  await hooks.endOne();
  await expect
    .poll(async () => (await hooks.deliveries()).map(({ state, fault }) => fault ?? state).sort(), {
      timeout: 10_000,
    })
    .toEqual(['answer-invalid', 'delivered']);
  expect(written).toBeLessThan(32 * 1024 * 1024);
  endless.close();
});
