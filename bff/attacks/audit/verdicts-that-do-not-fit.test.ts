import { expect, it } from 'vitest';
import { metricsToken } from '../world/bff.fixture.ts';
import { endAfterForgery } from '../world/verdicts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a verdict that does not fit is counted, and no audit entry of its own', async () => {
  await endAfterForgery(world, (pass) =>
    world.authority.keys.sign('lz-verdict+jwt', { ...pass, nonce: 'A'.repeat(43) }),
  );
  const rows = await world.ports.db.read('select entry from audit', {});
  expect(rows.filter(({ entry }) => String(entry).includes('verdict-refused'))).toEqual([]);
  const { body } = await world.hotel.ask('GET', '/metrics', { token: metricsToken });
  expect(body).toContain('lz_verdicts_refused_total{why="nonce"}');
});
