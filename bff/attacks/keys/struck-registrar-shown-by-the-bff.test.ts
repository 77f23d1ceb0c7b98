import { expect, it } from 'vitest';
import { readSession } from '../../../miniprogram/src/attempt/08-own-session.ts';
import { checkWhoAsks } from '../../../miniprogram/src/holder/who-asks.ts';
import { arrive } from '../../../miniprogram/src/verify/02-arrive.ts';
import * as limits from '../../../shared/limits.ts';
import { land } from '../../src/verify/02-land.ts';
import { claimed } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const { keys } = world.authority;
const unknown = (why: string) => ({ code: 'who-asks-unknown', why });

it('a BFF shows no question in the name of a registrar who was struck, by no list that it kept or leaves out, to no phone that has seen the newer one', async () => {
  const { phone, shown } = await claimed(world);
  const kept = (await readSession(phone.holder, shown.id)).keyList ?? '';
  expect(keys.strike(shown.asks.registrar, world.clock.at)).toBe(true);
  world.clock.at += limits.keyListFresh;

  const reload = async () => checkWhoAsks(phone.holder, await readSession(phone.holder, shown.id));
  await expect(reload()).rejects.toMatchObject(unknown('registrar-struck'));
  phone.lies.keyList = () => kept;
  await expect(reload()).rejects.toMatchObject(unknown('key-list-older'));
  const { keyList: _, ...without } = await readSession(phone.holder, shown.id);
  expect(() => checkWhoAsks(phone.holder, without)).toThrow('who-asks-unknown');
});

it('nor at the scan of a phone that has not logged in, nor on the page that a browser opens', async () => {
  const { phone, hotel } = { phone: await world.phone(), hotel: world.otherHotelCounter };
  const code = hotel.code(await hotel.open());
  await expect(arrive(phone.holder, code)).rejects.toMatchObject(unknown('registrar-struck'));
  await expect(land(world.ports, { code, source: '203.0.113.6' })).rejects.toMatchObject({
    code: 'who-asks-unknown',
  });
});
