import { expect, it } from 'vitest';
import { claimsOf, headerOf, tamperedJws, unsignedJws } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a proof of the algorithm none, or with claims that were changed, is refused', async () => {
  const phone = await world.phone();
  const proof = phone.proof('GET', '/holder/v1/credential');
  const [header, claims] = [headerOf(proof), claimsOf(proof)];
  const attempts = [
    unsignedJws(header, claims),
    unsignedJws(header, claims, 'A'.repeat(86)),
    tamperedJws(proof, { jti: 'another-proof' }),
    proof.replace(/[^.]+$/, 'A'.repeat(86)),
  ];
  for (const attempt of attempts)
    expect(await phone.whoAmI({ proof: attempt })).toMatchObject({ status: 401, code: 'dpop-invalid' });
  expect(await phone.whoAmI({ proof })).toMatchObject({ status: 200 });
});
