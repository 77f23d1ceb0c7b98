import { expect, it } from 'vitest';
import { operatorOf } from '../world/operator.fixture.ts';
import { report, signForm } from '../world/receipts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('neither the relying party nor the operator sees fewer than five, or one more', async () => {
  const operator = await operatorOf(world);
  const seen = async () => [
    (await world.hotel.ask('GET', '/counter/v1/reports')).body,
    (await operator.ask('GET', '/reports')).body,
  ];
  const reported = async (times: number, asked: string[]) => {
    for (let n = 0; n < times; n++) expect((await report(world, signForm(world), asked)).status).toBe(202);
  };
  const month = new Date(world.clock.at).toISOString().slice(0, 7);
  const both = (sums: object) => [
    { months: [{ month, ...sums }] },
    { sums: [{ rpId: 'rp_hotel', month, ...sums }] },
  ];
  await reported(4, ['card', 'copy']);
  expect(await seen()).toEqual([{ months: [] }, { sums: [] }]);
  await reported(1, ['card']);
  expect(await seen()).toEqual(both({ reports: 5, card: 5 }));
  // Five of one kind in all, of which nobody is told which checks they were of; and no single report shows.
  for (let n = 0; n < 4; n++) {
    await reported(1, ['card', 'face']);
    expect(await seen()).toEqual(both({ reports: 5, card: 5 }));
  }
  await reported(1, ['copy', 'face']);
  expect(await seen()).toEqual(both({ reports: 10, card: 5, copy: 5, face: 5 }));
});

it('no relying party sees what was reported of another', async () => {
  for (const counter of [world.office, world.netBar])
    expect((await counter.ask('GET', '/counter/v1/reports')).body).toEqual({ months: [] });
  expect((await world.otherHotelCounter.ask('GET', '/counter/v1/reports')).body).toMatchObject({
    months: [{ reports: 10 }],
  });
});
