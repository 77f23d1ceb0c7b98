import { expect, it } from 'vitest';
import { checkThrough } from '../world/check.fixture.ts';
import { claimsOf } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('two checks of one person cannot be linked by anything that their RP is told', async () => {
  const phone = await world.citizen();
  const seen = [];
  for (let i = 0; i < 2; i++) {
    const { sessionId } = await checkThrough(world, phone);
    const { result = '', ...view } = await world.hotel.view(sessionId);
    seen.push({ ...view, ...claimsOf(result) });
    world.clock.pass(1000);
  }
  const [first = {}, second = {}] = seen;
  const later = new Map(Object.entries(second));
  const alike = Object.entries(first).filter(([name, value]) => later.get(name) === value);
  const names = alike.map(([name]) => name).sort();
  const expected = [
    'aud',
    'counter',
    'iss',
    'level',
    'outcome',
    'purpose',
    'sandbox',
    'scene',
    'state',
    'version',
  ];
  expect(names).toEqual(expected);
});

it('a counter is not told why somebody failed', async () => {
  const phone = await world.citizen();
  const hints = ['face-not-matched', 'too-dark'];
  await world.authority.script({ name: 'stub-decision', outcome: 'fail', hints });
  const { sessionId, view } = await checkThrough(world, phone);
  expect(view.hints).toEqual(hints);
  const { result = '', ...told } = await world.hotel.view(sessionId);
  expect(JSON.stringify([told, claimsOf(result)])).not.toMatch(/hint|dark|match|(?<![\w-])(hol|crd)_/);
});
