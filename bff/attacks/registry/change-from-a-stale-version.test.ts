import { expect, it } from 'vitest';
import { operatorOf } from '../world/operator.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const path = '/counters/cnt_shop-1';

it('two operators who change the same thing do not overwrite each other', async () => {
  const [lin, wu] = [await operatorOf(world, 'Lin'), await operatorOf(world, 'Wu')];
  const version = await lin.version(path);
  const set = (operator: typeof lin, origin: string) =>
    operator.ask('PUT', `${path}/origins`, { body: { version, origins: [origin] } });
  const answers = await Promise.all([set(lin, 'https://a.example'), set(wu, 'https://b.example')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.code).toBe('version-stale');
  const [won] = answers.filter(({ status }) => status === 200);
  expect(Object((await lin.ask('GET', path)).body).origins).toEqual(Object(won?.body).origins);
});
