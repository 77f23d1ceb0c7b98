import { expect, it } from 'vitest';
import { claimsOf, headerOf, macJws, tamperedJws } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a phone cannot write another holder, or its own key, into a token', async () => {
  const [victim, thief] = [await world.citizen(), await world.phone()];
  const { sub } = claimsOf(victim.token());
  const jkt = thief.holder.device.thumbprint;
  for (const token of [
    tamperedJws(thief.token(), { sub }),
    tamperedJws(victim.token(), { cnf: { jkt } }),
    macJws(headerOf(victim.token()), { ...claimsOf(victim.token()), cnf: { jkt } }, ''),
  ]) {
    const proof = thief.proof('GET', '/holder/v1/credential', { accessToken: token });
    expect(await thief.whoAmI({ token, proof })).toMatchObject({ status: 401, code: 'token-invalid' });
  }
});
