import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { operatorOf } from '../world/operator.fixture.ts';
import { makePair } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const counter = '/counters/cnt_hotel-1';
const lin = await operatorOf(world);
const tooMany = { status: 409, code: 'keys-too-many' };
let made = 0;

const add = async (way: '' | '/rotate' = '', more: object = {}, version?: number) => {
  const key = makePair(`key-${++made}`).open;
  const body = { version: version ?? (await lin.version(counter)), key, ...more };
  return lin.ask('POST', `${counter}/keys${way}`, { body });
};
const lasting = async () => {
  const { keys } = Object((await lin.ask('GET', counter)).body);
  return keys.filter(({ state }: { state: string }) => state === 'good' || state === 'not-yet').length;
};

it('a counter has so many keys that are not over, however they are added: one by one, at once, for later, by rotation', async () => {
  while ((await lasting()) < limits.keysPerCounter - 1) expect((await add()).status).toBe(201);
  const version = await lin.version(counter);
  const atOnce = await Promise.all(Array.from({ length: 5 }, () => add('', {}, version)));
  expect(atOnce.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
  expect(await lasting()).toBe(limits.keysPerCounter);
  expect(await add()).toMatchObject(tooMany);
  expect(await add('', { notBefore: world.clock.at + 86_400_000 })).toMatchObject(tooMany);
  expect(await add('/rotate')).toMatchObject(tooMany);
  expect(await add('/rotate', { overlapSeconds: 1 })).toMatchObject(tooMany);
  expect(await lasting()).toBe(limits.keysPerCounter);
});

it('whoever must be rid of all others at once can be, and has room again', async () => {
  expect((await add('/rotate', { overlapSeconds: 0 })).status).toBe(201);
  expect(await lasting()).toBe(1);
  expect((await add()).status).toBe(201);
});
