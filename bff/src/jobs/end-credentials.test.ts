import { beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { readCredential, storeCredential } from '../credential/credential.ts';
import { makeMove } from '../credential/make-move.ts';
import { takeDevice } from '../login/take-device.ts';
import { readNotices } from '../notice/read-notices.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import type { HolderCaller } from '../ports/callers.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { endCredentials } from './end-credentials.ts';

let world: Awaited<ReturnType<typeof testPorts>>;
let phone: HolderCaller;
beforeEach(async () => {
  world = await testPorts();
  phone = await world.phone();
  return () => world.ports.db.close();
});

const card = () => readCredential(world.ports, phone.holderId);
const stored = async () => {
  const sql = 'select state, level, due_at from credentials where holder_id = :id';
  const [row] = await world.ports.db.read(sql, { id: phone.holderId });
  return row;
};
const kinds = async (device = phone.deviceThumbprint) =>
  (await readNotices(world.ports, device, 0)).map(({ kind }) => kind);

async function move(name: 'report-card' | 'freeze'): Promise<void> {
  const credential = await card();
  if (credential === undefined) throw new Error('no credential');
  await makeMove(world.ports, phone.holderId, { credential, move: name });
}

describe('what ends by itself', () => {
  it('is so for whoever reads it at that very moment, and written down and told once', async () => {
    await move('report-card');
    world.clock.now += limits.cardReportLasts - 1;
    await endCredentials(world.ports);
    expect(await card()).toMatchObject({ state: 'card-reported-lost' });
    world.clock.now += 1;
    expect(await card()).toMatchObject({ state: 'active' });
    for (let round = 0; round < 2; round++) await endCredentials(world.ports);
    expect(await stored()).toEqual({ state: 'active', level: 'basic', due_at: null });
    expect(await kinds()).toEqual(['card-reported-lost', 'card-report-ended']);
  });

  it('leaves a freeze alone, behind which a report ends unseen', async () => {
    await move('report-card');
    await move('freeze');
    world.clock.now += limits.cardReportLasts;
    await endCredentials(world.ports);
    expect(await stored()).toEqual({ state: 'frozen', level: 'basic', due_at: null });
    expect(await kinds()).toEqual(['card-reported-lost', 'frozen']);
  });

  it('voids what was not brought along within its day, tells the authority, and both phones', async () => {
    const voided: string[] = [];
    world.ports.authority.voidCredential = async (handle) => void voided.push(handle);
    const before = await card();
    const next = 'n'.repeat(43);
    await takeDevice(world.ports, phone.holderId, { device: next, platform: undefined, soter: undefined });
    world.clock.now += limits.movableFor;
    await endCredentials(world.ports);
    expect(await stored()).toEqual({ state: 'void', level: 'basic', due_at: null });
    const told = async () => {
      await deliverDue(world.ports);
      return voided;
    };
    await expect.poll(told).toEqual([before?.handle]);
    expect([await kinds(), await kinds(next)]).toEqual([
      ['phone-replaced', 'void'],
      ['phone-replaced', 'void'],
    ]);
  });

  it('brings the level that was to come, once', async () => {
    const handle = (await card())?.handle;
    if (handle === undefined) throw new Error('no credential');
    const strictFrom = world.clock.now + limits.strictWait;
    await world.ports.db.write([
      storeCredential(phone.holderId, { handle, level: 'basic', strictFrom }, world.clock.now),
    ]);
    world.clock.now = strictFrom;
    for (let round = 0; round < 2; round++) await endCredentials(world.ports);
    expect(await stored()).toEqual({ state: 'active', level: 'strict', due_at: null });
    expect(await kinds()).toEqual(['strict-came']);
  });
});
