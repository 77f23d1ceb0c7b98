import { expect, it } from 'vitest';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import { headerOf, tamperedJws } from '../world/jws.fixture.ts';
import { makePair } from '../world/parties.fixture.ts';
import { endAfterForgery } from '../world/verdicts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const { privateKey } = makePair('forger');

it('a pass by another key under the name of the authority’s key counts for nothing', async () => {
  const state = await endAfterForgery(world, (payload, genuine) =>
    signEs256({ header: { ...headerOf(genuine), typ: 'lz-verdict+jwt' }, payload, privateKey }),
  );
  expect(state).toBe('failed');
});

it('a pass by a key that the key list does not name counts for nothing', async () => {
  const header = { typ: 'lz-verdict+jwt', kid: 'forger' };
  const state = await endAfterForgery(world, (payload) => signEs256({ header, payload, privateKey }));
  expect(state).toBe('failed');
});

it('a fail that was rewritten into a pass counts for nothing', async () => {
  const state = await endAfterForgery(world, (_pass, genuine) => tamperedJws(genuine, { outcome: 'pass' }));
  expect(state).toBe('failed');
});
