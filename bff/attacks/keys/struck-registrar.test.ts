import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { agree, claimed } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const { keys } = world.authority;

it('nobody is checked for a counter whose names were told by a registrar that was struck, nor shown its question once the BFF has heard; one that was replaced in good order is believed', async () => {
  const check = await claimed(world);
  const told = check.shown.asks?.registrar ?? '';
  keys.rotateRegistrar(world.clock.at);
  expect(keys.registrar().kid).not.toBe(told);
  await agree(check);

  expect(keys.strike(told, world.clock.at)).toBe(true);
  // The BFF heard the list before in this very second.
  const next = await claimed(world, check.phone);
  await expect(agree(next)).rejects.toMatchObject({ code: 'authority-untrusted', why: 'registrar-struck' });

  world.clock.at += limits.keyListFresh;
  const phone = await world.citizen();
  await expect(claimed(world, phone)).rejects.toMatchObject({
    ...{ code: 'who-asks-unknown', why: 'registrar-struck', action: 'ask-staff' },
  });
});
