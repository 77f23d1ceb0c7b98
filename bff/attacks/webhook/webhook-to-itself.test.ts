import { expect, it } from 'vitest';
import { openWebhooks } from '../world/webhooks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ resolve: async () => [{ address: '93.184.215.14', family: 4 }] });
const hooks = await openWebhooks(world);

it('no webhook leads to this service itself, as it is added or changed, in whichever spelling', async () => {
  const { webhook } = await hooks.add('https://hotel.example/');
  for (const url of [
    'https://id.example/operator/v1/relying-parties',
    'https://ID.EXAMPLE/',
    'https://id.example.:8443/',
    'https://id%2Eexample/',
    'https://ｉｄ.example/',
  ]) {
    expect((await hooks.tryToAdd(url)).code, url).toBe('webhook-url-refused');
    const changed = await hooks.ask('PUT', `/webhooks/${webhook.webhookId}`, {
      url,
      name: 'x',
      events: ['session.ended'],
    });
    expect(changed.code, url).toBe('webhook-url-refused');
  }
});
