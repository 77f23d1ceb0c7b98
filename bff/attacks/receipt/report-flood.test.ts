import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { newPlace, readAt, report, signForm } from '../world/receipts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('one network reports no more than its share, and a flood of made-up forms is one as well', async () => {
  const made = limits.reportsPerNetwork.atOnce;
  const codes = new Set<string | undefined>();
  for (let n = 0; n < made; n++) codes.add((await report(world, 'a.b.c')).code);
  expect([...codes]).toEqual(['report-refused']);
  const form = signForm(world);
  const beyond = await report(world, form);
  expect(beyond.code).toBe('too-many-requests');
  expect(Number(beyond.headers['retry-after'])).toBeGreaterThan(0);
  // Looking for receipts is counted by itself.
  expect((await readAt(world, newPlace().locator)).status).toBe(200);
  world.clock.pass(limits.reportsPerNetwork.every);
  expect((await report(world, form)).status).toBe(202);
});
