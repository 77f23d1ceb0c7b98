import { expect, it } from 'vitest';
import { openWebhooks } from '../world/webhooks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const addresses: Record<string, string[]> = {
  'inside.example': ['10.0.0.1'],
  'both.example': ['93.184.215.14', '169.254.169.254'],
  'six.example': ['2606:4700::1', '::ffff:127.0.0.1'],
  'nowhere.example': [],
};
const world = await startWorld({
  resolve: async (name) =>
    (addresses[name] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
});
const hooks = await openWebhooks(world);

it.each(Object.keys(addresses))(
  'no webhook leads to %s, one of whose addresses is inside, or which has none',
  async (name) => {
    expect((await hooks.tryToAdd(`https://${name}/`)).code).toBe('webhook-url-refused');
  },
);
