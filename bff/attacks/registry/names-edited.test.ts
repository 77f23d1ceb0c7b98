import { it } from 'vitest';
import { tamperedJws } from '../world/jws.fixture.ts';
import { expectUnknown } from '../world/registration.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it.each([
  ['name of the RP', { rpName: '银行' }],
  ['name of the counter', { counterName: '公安窗口' }],
  ['place', { place: '别处' }],
  ['scenes', { scenes: ['hotel', 'gov-window'] }],
])('a BFF that edits the %s in a statement is believed by no phone', async (_what, changes) => {
  const lie = (jws: string) => tamperedJws(jws, changes);
  await expectUnknown(
    world,
    ({ registrar, statement }) => ({ registrar, statement: lie(statement) }),
    'statement-signature',
  );
});
