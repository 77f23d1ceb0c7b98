import { beforeEach, describe, expect, it } from 'vitest';
import { asId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { forget } from '../jobs/forget.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { readAssists } from './09-sums.ts';
import { countAssist } from './count-assist.ts';

const [hotel, office] = [asId('rp', 'rp_hotel'), asId('rp', 'rp_office')];
const january = Date.parse('2027-01-31T15:59:00Z');
const february = january + 2 * 60_000;

let world: Awaited<ReturnType<typeof testPorts>>;
beforeEach(async () => {
  world = await testPorts();
  return () => world.ports.db.close();
});

async function count(times: number, rpId = hotel, endedAt = january, seconds = 80): Promise<void> {
  const one = countAssist({ rpId, since: endedAt - seconds * 1000, endedAt });
  await world.ports.db.write(Array.from({ length: times }, () => one));
}

describe('checks without a face, for the operator', () => {
  it('are told in steps of five, by the month of China, and none of who has had fewer', async () => {
    await count(11);
    await count(4, office);
    await count(5, office, february, 61);
    expect((await readAssists(world.ports, {})).sums).toEqual([
      { rpId: office, month: '2027-02', checks: 5, meanSeconds: 60 },
      { rpId: hotel, month: '2027-01', checks: 10, meanSeconds: 80 },
    ]);
  });

  it('a sixth check changes nothing that is told, however long it took, and the tenth all of it', async () => {
    await count(5);
    const told = await readAssists(world.ports, {});
    expect(told.sums).toMatchObject([{ checks: 5, meanSeconds: 80 }]);
    for (let more = 6; more < 10; more++) {
      await count(1, hotel, january, 3000);
      expect(await readAssists(world.ports, {})).toEqual(told);
    }
    await count(1, hotel, january, 3000);
    expect((await readAssists(world.ports, {})).sums).toMatchObject([{ checks: 10, meanSeconds: 1540 }]);
  });

  it('come by pages', async () => {
    await count(5);
    await count(5, office);
    const first = await readAssists(world.ports, { limit: 1 });
    const { sums, next } = await readAssists(world.ports, {
      limit: 1,
      ...(first.next && { after: first.next }),
    });
    expect([first.sums[0]?.rpId, sums[0]?.rpId, next]).toEqual([hotel, office, undefined]);
  });

  it('are forgotten a year and a month later', async () => {
    await count(5, hotel, world.clock.now);
    world.clock.now += limits.assistsKept;
    await forget(world.ports);
    expect((await readAssists(world.ports, {})).sums).toEqual([]);
  });
});
