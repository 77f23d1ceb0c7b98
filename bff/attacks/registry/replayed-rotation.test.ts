import { expect, it } from 'vitest';
import { operatorOf } from '../world/operator.fixture.ts';
import { makePair } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const path = '/counters/cnt_hotel-1/keys/rotate';

it('a rotation that is sent again changes nothing, from the version that it was made from or from the present one', async () => {
  const lin = await operatorOf(world);
  const [first, second] = [makePair('k2'), makePair('k3')];
  const body = { version: await lin.version('/counters/cnt_hotel-1'), key: first.open, overlapSeconds: 0 };
  expect((await lin.ask('POST', path, { body })).status).toBe(201);
  world.clock.pass(1000);
  const next = { version: await lin.version('/counters/cnt_hotel-1'), key: second.open, overlapSeconds: 0 };
  expect((await lin.ask('POST', path, { body: next })).status).toBe(201);
  world.clock.pass(1000);

  expect(await lin.ask('POST', path, { body })).toMatchObject({ status: 409, code: 'key-taken' });
  const again = { ...body, version: await lin.version('/counters/cnt_hotel-1') };
  expect(await lin.ask('POST', path, { body: again })).toMatchObject({ status: 409, code: 'key-taken' });
  const { hotel } = world;
  const by = ({ open, privateKey }: typeof first) =>
    hotel.askToken(hotel.assertion({ header: { kid: open.kid }, key: privateKey }));
  expect(await by(first)).toMatchObject({ status: 401, code: 'client-unknown' });
  expect((await by(second)).status).toBe(200);
});
