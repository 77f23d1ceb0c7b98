import { expect, it } from 'vitest';
import { agree, claimed } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a phone that does not trust a sandbox refuses its challenges', async () => {
  const check = await claimed(world);
  const holder = { ...check.phone.holder, trust: { root: world.authority.root, sandbox: false } };
  const asked = agree({ ...check, phone: { ...check.phone, holder } });
  await expect(asked).rejects.toMatchObject({ code: 'authority-untrusted', why: 'key-list-sandbox' });
});
