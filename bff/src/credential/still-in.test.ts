import { beforeEach, expect, it } from 'vitest';
import { credentialStates } from '../../../shared/credentials.ts';
import { newId } from '../../../shared/ids.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { handleIn, readCredential, stillIn, storeCredential } from './credential.ts';

let world: Awaited<ReturnType<typeof testPorts>>;
beforeEach(async () => {
  world = await testPorts();
  return () => world.ports.db.close();
});

it('no write counts for a credential that has ended with its card, though nobody has written that down yet', async () => {
  const { db, now, random } = world.ports;
  const { holderId } = await world.phone();
  const handle = newId('crd', random);
  const endsAt = now() + 1000;
  await db.write([storeCredential(holderId, { handle, level: 'basic', endsAt }, now())]);
  const count = async () =>
    Promise.all(
      [stillIn(holderId, handle, credentialStates, now()), handleIn(handle, credentialStates, now())].map(
        async (guard) => (await db.write([guard])).done,
      ),
    );
  world.clock.now = endsAt - 1;
  expect(await count()).toEqual([true, true]);
  world.clock.now = endsAt;
  expect(await readCredential(world.ports, holderId)).toMatchObject({ state: 'void', reason: 'expired' });
  expect(await count()).toEqual([false, false]);
});
