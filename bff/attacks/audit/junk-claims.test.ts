import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';
import { entriesBy } from './entries.fixture.ts';

const world = await startWorld();

it('a phone that claims nonsense adds no audit entry, however often it does', async () => {
  const phone = await world.phone();
  const session = await world.hotel.open();
  const genuine = world.hotel.code(session);
  const forged = `${genuine.slice(0, -22)}${'A'.repeat(22)}`;
  const claim = (code: string) => phone.ask('POST', '/holder/v1/sessions/claim', { body: { code } });
  const added = await entriesBy(world, async () => {
    for (let n = 0; n < 50; n++) {
      expect(await claim('nonsense')).toMatchObject({ code: 'code-unreadable' });
      expect(await claim(forged)).toMatchObject({ code: 'code-forged' });
      expect(await claim(genuine)).toMatchObject({ code: 'credential-missing' });
    }
    world.clock.pass(limits.lateCodeMaxAge + 1000);
    expect(await claim(genuine)).toMatchObject({ code: 'code-stale' });
  });
  expect(added).toBe(0);
});
