import { expect, it } from 'vitest';
import { agree, claimed } from '../world/check.fixture.ts';
import { claimsOf } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('the phone refuses a challenge that a puppet made from one picture could answer', async () => {
  const check = await claimed(world);
  check.phone.lies.challenge = (jws) =>
    world.authority.keys.sign('lz-challenge+jwt', { ...claimsOf(jws), prompts: ['nod', 'open-mouth'] });
  await expect(agree(check)).rejects.toMatchObject({ code: 'authority-untrusted', why: 'no-turn' });
});
