import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';
import { arrived, tooLate } from './arrivals.fixture.ts';

const world = await startWorld();

it('where the counter word is never asked for no late scan counts, by a code or by a ticket', async () => {
  const phone = await world.citizen();
  const { session, code, ticket } = await arrived(world, phone, world.netBar);
  world.clock.pass(6_000);
  expect(await phone.claim({ code })).toMatchObject({ status: 410, code: 'code-stale' });
  expect(await phone.claim({ code, ticket })).toMatchObject({ status: 410, code: 'code-stale' });
  const other = await world.citizen();
  expect(await other.arrive({ code })).toMatchObject({ status: 410, code: 'code-stale' });
  world.clock.pass(tooLate);
  expect(await phone.claim({ ticket })).toMatchObject({ status: 410, code: 'code-stale' });
  expect(await phone.claim({ code: world.netBar.code(session) })).toMatchObject({ status: 200 });
});
