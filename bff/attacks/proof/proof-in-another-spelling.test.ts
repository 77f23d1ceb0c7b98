import { expect, it } from 'vitest';
import { brokenUtf8, claimsOf, headerOf, signedBytes } from '../world/jws.fixture.ts';
import { respellings } from '../world/respell.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it.each([0, 1, 2])('a proof of which part %i is spelled otherwise is refused', async (part) => {
  const phone = await world.phone();
  const parts = phone.proof('GET', '/holder/v1/credential').split('.');
  const spellings = respellings(parts[part] ?? '');
  expect(spellings.length).toBeGreaterThan(2);
  for (const spelling of spellings) {
    const proof = parts.with(part, spelling).join('.');
    expect(await phone.whoAmI({ proof })).toMatchObject({ status: 401, code: 'dpop-invalid' });
  }
});

it('a proof whose claims are no UTF-8 is refused, though the device signed them', async () => {
  const phone = await world.phone();
  const good = phone.proof('GET', '/holder/v1/credential');
  const bytes = brokenUtf8(claimsOf(good));
  const proof = signedBytes(headerOf(good), bytes, phone.holder.device.privateKey);
  expect(await phone.whoAmI({ proof })).toMatchObject({ status: 401, code: 'dpop-invalid' });
});
