import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { usageInMemory } from '../adapters/memory/usage-in-memory.ts';
import type { Statement } from '../ports/db.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import type { Demand } from '../ports/quotas.ts';
import { giveBack } from './give-back.ts';
import { take } from './take.ts';

let world: Awaited<ReturnType<typeof testPorts>>;
beforeEach(async () => {
  world = await testPorts();
});
afterEach(() => world.ports.db.close());

const taken = (...demands: Demand[]) =>
  take(world.ports, demands).then(
    () => 'taken' as const,
    (refused: unknown) => refused,
  );
const refusal = (code: string, retryAfter: number) => expect.objectContaining({ code, retryAfter });
const pass = (milliseconds: number) => {
  world.clock.now += milliseconds;
};

describe.each([
  [
    'this process counts',
    { quota: 'platform-logins-by-device', subject: 'a' },
    limits.platformLoginsPerDevice,
  ],
  ['the database counts', { quota: 'platform-faces-by-holder', subject: 'a' }, limits.platformFacePerHolder],
] as const)('what %s', (_where, demand, { atOnce, every }) => {
  it('may be taken so often at once, then once each time that one more comes: to the second that was told', async () => {
    for (let n = 0; n < atOnce; n++) expect(await taken(demand)).toBe('taken');
    pass(every / 3);
    const wait = Math.ceil((every * 2) / 3000);
    for (let n = 0; n < 3; n++) expect(await taken(demand)).toEqual(refusal('too-many-requests', wait));
    pass((every * 2) / 3);
    expect(await taken(demand)).toBe('taken');
    expect(await taken(demand)).toEqual(refusal('too-many-requests', every / 1000));
  });

  it('is taken no more often by those who come at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 3 * atOnce }, () => taken(demand)));
    expect(all.filter((each) => each === 'taken')).toHaveLength(atOnce);
  });

  it('is counted for each subject apart', async () => {
    for (let n = 0; n <= atOnce; n++) await taken(demand);
    expect(await taken({ ...demand, subject: 'b' })).toBe('taken');
  });

  it('is free again at once when the clock was a day ahead', async () => {
    pass(24 * 60 * 60_000);
    for (let n = 0; n <= atOnce; n++) await taken(demand);
    pass(-24 * 60 * 60_000);
    for (let n = 0; n < atOnce; n++) expect(await taken(demand)).toBe('taken');
    expect(await taken(demand)).not.toBe('taken');
  });
});

describe('several quotas', () => {
  const small: Demand = { quota: 'sms-pause-by-number', subject: 'n' };
  const large: Demand = { quota: 'sms-by-device', subject: 'd' };

  it('are taken together or not at all, and the wait is that of the emptiest', async () => {
    expect(await taken(small, large)).toBe('taken');
    for (let n = 0; n < 20; n++)
      expect(await taken(large, small)).toEqual(refusal('sms-too-many', limits.smsPause / 1000));
    for (let n = 1; n < limits.smsPerDevice.atOnce; n++) expect(await taken(large)).toBe('taken');
    expect(await taken(small, large)).toEqual(refusal('sms-too-many', limits.smsPerDevice.every / 1000));
  });

  it('are written with what they allow, or neither is', async () => {
    const row: Statement = { sql: `insert into replays (id, expires_at) values ('x', 1)`, params: {} };
    const stored = async () => (await world.ports.db.read('select id from replays', {})).length;
    await taken(small);
    await expect(take(world.ports, [small], { also: [row] })).rejects.toMatchObject({ code: 'sms-too-many' });
    expect(await stored()).toBe(0);
    expect((await take(world.ports, [large], { also: [row] })).written.done).toBe(true);
    const again = await take(world.ports, [large], { also: [row] });
    expect(again.written).toEqual({ done: false, why: 'duplicate' });
    for (let n = 1; n < limits.smsPerDevice.atOnce; n++) expect(await taken(large)).toBe('taken');
  });

  it('are not taken here where one that is held open, or kept in the database, is used up', async () => {
    const here: Demand = { quota: 'platform-logins-by-device', subject: 'd' };
    const held: Demand = { quota: 'platform-calls-by-network', subject: 'x', most: 1 };
    await taken(small);
    const { leave } = await take(world.ports, [held]);
    for (let n = 0; n < 3 * limits.platformLoginsPerDevice.atOnce; n++) {
      expect(await taken(here, held)).toMatchObject({ code: 'platform-busy' });
      expect(await taken(here, small)).toMatchObject({ code: 'sms-too-many' });
    }
    leave();
    expect(await taken(here, held)).toBe('taken');
  });

  it('are not taken here by what was written before', async () => {
    const here: Demand = { quota: 'platform-logins-by-device', subject: 'd' };
    const row: Statement = { sql: `insert into replays (id, expires_at) values ('y', 1)`, params: {} };
    for (let n = 0; n < 3 * limits.platformLoginsPerDevice.atOnce; n++)
      await take(world.ports, [here], { also: [row] });
    expect(await taken(here)).toBe('taken');
  });

  it('are given back where nothing came of them', async () => {
    await taken(small, large);
    await giveBack(world.ports, [small]);
    expect(await taken(small)).toBe('taken');
    expect(await taken(small)).not.toBe('taken');
  });
});

it('load tests may have all of it many times over', async () => {
  const usage = usageInMemory({ factor: 10 });
  const demand = { quota: 'sms-pause-by-number', subject: 'n' } as const;
  const here = { quota: 'platform-logins-by-device', subject: 'd' } as const;
  for (let n = 0; n < 10; n++) await take({ ...world.ports, usage }, [demand, here]);
  await expect(take({ ...world.ports, usage }, [demand])).rejects.toMatchObject({ retryAfter: 6 });
});

it('keeps no subject in the database', async () => {
  await taken({ quota: 'sms-by-network', subject: '203.0.113.5' });
  const rows = JSON.stringify(await world.ports.db.read('select * from buckets', {}));
  expect(rows).not.toContain('203.0.113.5');
});

it('keeps who is counted as a keyed hash, which nobody who knows all holders can try out', async () => {
  const { settings } = world.ports;
  const keyUnder = async (holderPepper: Uint8Array) => {
    await world.ports.db.write([{ sql: 'delete from buckets', params: {} }]);
    const ports = { ...world.ports, settings: { ...settings, holderPepper } };
    await take(ports, [{ quota: 'applications-by-holder', subject: 'hol_x' }]);
    return world.ports.db.read('select subject from buckets', {});
  };
  const one = await keyUnder(new Uint8Array(32).fill(1));
  expect(await keyUnder(new Uint8Array(32).fill(1))).toEqual(one);
  expect(await keyUnder(new Uint8Array(32).fill(2))).not.toEqual(one);
});
