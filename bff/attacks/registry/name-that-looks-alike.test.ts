import { expect, it } from 'vitest';
import { operatorOf } from '../world/operator.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const scenes = [{ scene: 'hotel' }];

it('nobody gets a brand name that another has, nor one that is taken for it', async () => {
  const lin = await operatorOf(world);
  let count = 0;
  const add = (name: string) =>
    lin.ask('POST', '/relying-parties', { body: { rpId: `rp_new-${++count}`, name, scenes } });
  expect((await add('Harbour Inn 10')).status).toBe(201);
  for (const name of [
    'harbour  inn 10',
    'ＨＡＲＢＯＵＲ Inn 10',
    'Наrbоur Inn l0',
    'Harbour-Inn 1O',
    'Hárbour Inn 10',
    '酒 店',
  ])
    expect(await add(name)).toMatchObject({ status: 409, code: 'name-taken' });
  expect((await add('Harbour Inn 11')).status).toBe(201);
});

it('the registrar alone makes names: not whoever lacks its token, and the BFF has none', async () => {
  const lin = await operatorOf(world);
  const body = { rpId: 'rp_bank', name: 'City Bank', scenes };
  const refused = await lin.ask('POST', '/relying-parties', { body, registrar: world.authority.apiKey });
  expect(refused).toMatchObject({ status: 403, code: 'registrar-refused' });
  const none = await lin.ask('POST', '/relying-parties', { body, registrar: '' });
  expect(none).toMatchObject({ code: 'registrar-token-missing' });
  expect((await lin.ask('GET', '/relying-parties/rp_bank')).status).toBe(404);
});
