import { expect, it } from 'vitest';
import { report, reportFormOf } from '../world/receipts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('one check is reported once, however often, at the same moment and at whichever process', async () => {
  const form = await reportFormOf(world);
  const other = await world.another();
  const answers = await Promise.all([
    ...Array.from({ length: 4 }, () => report(world, form, ['card'])),
    report({ url: other }, form, ['copy']),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409, 409, 409]);
  const rows = await world.ports.db.read('select * from report_sums', {});
  expect(rows).toMatchObject([{ rp_id: 'rp_hotel', reports: 1 }]);
});
