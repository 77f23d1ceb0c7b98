import { expect, it } from 'vitest';
import { dateInChina } from '../../../shared/china-calendar.ts';
import * as limits from '../../../shared/limits.ts';
import { forget } from '../../src/jobs/forget.ts';
import { report, signForm } from '../world/receipts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const day = 24 * 60 * 60 * 1000;

it('a form of a check of more than two weeks ago is refused, and so counts no second time once it is forgotten', async () => {
  const form = signForm(world);
  expect((await report(world, form)).status).toBe(202);
  world.clock.pass(limits.reportAge);
  await forget(world.ports);
  expect((await report(world, form)).code).toBe('report-made');
  world.clock.pass(day);
  await forget(world.ports);
  expect(await world.ports.db.read('select * from spent_reports', {})).toEqual([]);
  expect((await report(world, form)).code).toBe('report-late');
});

it('a form of a day that has not come is refused', async () => {
  const tomorrow = dateInChina(world.clock.at + day);
  expect((await report(world, signForm(world, { day: tomorrow }))).code).toBe('report-refused');
});
