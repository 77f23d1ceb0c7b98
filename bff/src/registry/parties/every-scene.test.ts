import { expect, it } from 'vitest';
import { sceneNames, scenes } from '../../../../shared/scenes.ts';
import { operatorOf } from '../../../attacks/world/operator.fixture.ts';
import { startWorld } from '../../../attacks/world/world.fixture.ts';

const world = await startWorld();
const [lin, wu] = [await operatorOf(world, 'Lin'), await operatorOf(world, 'Wu')];
const path = '/relying-parties/rp_hotel';
const all = sceneNames.map((scene) => ({ scene, purposes: [...scenes[scene].purposes] }));
const scenesNow = async () =>
  Object((await lin.ask('GET', path)).body).scenes.map(({ scene }: { scene: string }) => scene);

it('a relying party may have every scene at once: as it is added, set, and weakened by two', async () => {
  const added = { rpId: 'rp_all', name: 'All of it', scenes: all };
  expect((await lin.ask('POST', '/relying-parties', { body: added })).status).toBe(201);

  const strict = all.map((each) => ({ ...each, counterWord: 'always' }));
  const set = await lin.ask('PUT', `${path}/scenes`, {
    body: { version: await lin.version(path), scenes: strict },
  });
  expect(set.status).toBe(200);
  expect(await scenesNow()).toEqual([...sceneNames]);

  const version = await lin.version(path);
  expect(await lin.ask('PUT', `${path}/scenes`, { body: { version, scenes: all } })).toMatchObject({
    code: 'two-operators-needed',
  });
  const proposed = { kind: 'weaken-scenes', rpId: 'rp_hotel', version, scenes: all };
  const { status, body } = await lin.ask('POST', '/proposals', { body: { proposed } });
  expect(status).toBe(201);
  expect((await wu.ask('POST', `/proposals/${Object(body).proposalId}/approve`)).status).toBe(200);
  expect(await scenesNow()).toEqual([...sceneNames]);
});
