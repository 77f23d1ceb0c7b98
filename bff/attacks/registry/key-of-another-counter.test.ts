import { expect, it } from 'vitest';
import { operatorOf } from '../world/operator.fixture.ts';
import { makePair } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

/** The y of the point across the axis. */
function negative(y: string): string {
  const p = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
  const value = p - BigInt(`0x${Buffer.from(y, 'base64url').toString('hex')}`);
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex').toString('base64url');
}

it('a key serves one counter, once and for ever: nor its negative, nor under another kid, nor after it was revoked', async () => {
  const lin = await operatorOf(world);
  const stolen = world.party('cnt_hotel-2').key.open;
  const fresh = makePair('fresh').open;
  const add = (counterId: string, key: object) =>
    lin.ask('POST', '/counters', { body: { counterId, rpId: 'rp_shop', name: 'Desk', place: 'Here', key } });
  const taken = { status: 409, code: 'key-taken' };
  expect(await add('cnt_shop-2', stolen)).toMatchObject(taken);
  expect(await add('cnt_shop-2', { ...stolen, kid: 'other' })).toMatchObject(taken);
  expect(await add('cnt_shop-2', { ...stolen, y: negative(stolen.y) })).toMatchObject(taken);
  await lin.ask('POST', '/counters/cnt_hotel-2/keys/cnt_hotel-2/revoke', { body: { reason: 'key-lost' } });
  expect(await add('cnt_shop-2', stolen)).toMatchObject(taken);
  expect((await add('cnt_shop-2', fresh)).status).toBe(201);
  expect(await add('cnt_shop-3', { ...fresh, kid: 'again' })).toMatchObject(taken);
  const off = { ...makePair('off').open, y: 'A'.repeat(43) };
  expect(await add('cnt_shop-3', off)).toMatchObject({ status: 422, code: 'key-invalid' });
});

it('the key of one counter gets no token for another', async () => {
  const { privateKey } = world.party('cnt_shop-1').key;
  const { hotel } = world;
  expect(await hotel.askToken(hotel.assertion({ key: privateKey }))).toMatchObject({
    code: 'client-unknown',
  });
});
