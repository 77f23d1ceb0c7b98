import { beforeEach, describe, expect, it } from 'vitest';
import type { ToldMove } from '../../../shared/contract/authority/move-credential.ts';
import type { CredentialHandle } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { readCredential, reviewBegins, setLevel, storeCredential } from '../credential/credential.ts';
import type { SoterKey } from '../login/soter-key.ts';
import { takeDevice } from '../login/take-device.ts';
import { readNotices } from '../notice/read-notices.ts';
import { notices } from '../protect/notices.ts';
import { endCredentials } from './end-credentials.ts';
import { type Comparison, startComparison } from './reconcile.fixture.ts';

let world: Comparison['world'];
let compared: Comparison;
beforeEach(async () => {
  compared = await startComparison();
  world = compared.world;
  return () => world.ports.db.close();
});

describe('what is told again', () => {
  /** What the authority is told of a credential that it has as active still. */
  async function toldAgain(soter: SoterKey | undefined, before?: SoterKey): Promise<ToldMove[]> {
    const { phone, handle } = await compared.agreed();
    const told: ToldMove[] = [];
    const taking = { platform: undefined } as const;
    if (before !== undefined)
      await takeDevice(world.ports, phone.holderId, {
        ...taking,
        device: phone.deviceThumbprint,
        soter: before,
      });
    await takeDevice(world.ports, phone.holderId, { ...taking, device: handle, soter });
    await world.ports.db.write([{ sql: 'delete from outbox', params: {} }]);
    world.ports.authority.moveCredential = async (_, { move }) => void told.push(move);
    compared.pass(limits.issueGrace);
    await compared.rounds(2);
    return told;
  }

  it('is a takeover as it was: by a phone without the secure key that the former one had it is called so', async () => {
    expect(await toldAgain(undefined, { cpu: 'c', counter: 1 })).toEqual(['take-over-unsecured']);
    expect(await toldAgain({ cpu: 'd', counter: 1 }, { cpu: 'c', counter: 1 })).toEqual(['take-over']);
    expect(await toldAgain(undefined)).toEqual(['take-over']);
  });

  it('is a report from when it was made, though the credential was brought along since', async () => {
    const { phone, handle } = await compared.agreed();
    const at = world.clock.now;
    const cardReportEnds = at + limits.cardReportLasts;
    compared.pass(limits.movableFor);
    await world.ports.db.write([
      storeCredential(phone.holderId, { handle, level: 'basic', cardReportEnds }, world.clock.now),
    ]);
    const told: unknown[] = [];
    world.ports.authority.moveCredential = async (_, move) => void told.push(move);
    compared.pass(limits.issueGrace);
    await compared.rounds(2);
    expect(told).toEqual([{ move: 'report-card', at }]);
  });
});

describe('the level that a credential has there', () => {
  const kinds = async ({ deviceThumbprint }: { deviceThumbprint: string }) =>
    (await readNotices(world.ports, deviceThumbprint, 0)).map(({ kind }) => kind);
  const beginReview = (handle: CredentialHandle) =>
    world.ports.db.write([reviewBegins(handle, world.clock.now)]);

  it('is followed, and told: another officer confirmed it, or took it back', async () => {
    const { phone, handle } = await compared.agreed();
    const level = async () => (await readCredential(world.ports, phone.holderId))?.level;
    await beginReview(handle);
    compared.setThere(handle, 'active', world.clock.now, 'strict');
    await compared.rounds();
    expect([await level(), await kinds(phone)]).toEqual(['strict', ['raised']]);
    compared.setThere(handle, 'active', world.clock.now, 'basic');
    compared.pass(limits.followEvery);
    await compared.rounds();
    expect([await level(), await kinds(phone)]).toEqual(['basic', ['raised', 'level-lowered']]);
    await compared.rounds();
    expect(await kinds(phone)).toHaveLength(2);
  });

  it('wakes the phone that waits for news', async () => {
    const { phone, handle } = await compared.agreed();
    const waiting = notices(world.ports, phone, { after: 0, wait: 20, signal: new AbortController().signal });
    compared.setThere(handle, 'active', world.clock.now, 'strict');
    await compared.rounds();
    expect((await waiting).notices.map(({ kind }) => kind)).toEqual(['raised']);
  });

  it('stays basic in a review that nobody decided, or decided so: that is told once, when it is over', async () => {
    const { phone, handle } = await compared.agreed();
    await beginReview(handle);
    compared.setThere(handle, 'active', world.clock.now, 'basic', { inReview: true });
    await compared.rounds();
    expect(await kinds(phone)).toEqual([]);
    compared.setThere(handle, 'active');
    compared.pass(limits.followEvery);
    await compared.rounds();
    compared.pass(limits.reconcileEvery);
    await compared.rounds();
    expect(await kinds(phone)).toEqual(['review-over']);
  });

  it('is not taken from what began after the list was asked for, nor lowered by a list that is old', async () => {
    const { phone, handle } = await compared.agreed();
    await beginReview(handle);
    compared.setThere(handle, 'active');
    await compared.rounds();
    expect(await kinds(phone)).toEqual([]);
    await world.ports.db.write([setLevel(phone.holderId, handle, 'strict')]);
    world.ports.authority.strictAmong = async (handles) => new Set(handles);
    compared.pass(limits.reconcileEvery);
    await compared.rounds();
    expect(await kinds(phone)).toEqual([]);
  });

  it('does not come by the clock where it was lowered meanwhile: that is told in its place', async () => {
    const { phone, handle } = await compared.agreed();
    const strictFrom = world.clock.now + limits.strictWait;
    await world.ports.db.write([
      storeCredential(phone.holderId, { handle, level: 'basic', strictFrom }, world.clock.now),
    ]);
    compared.setThere(handle, 'active', world.clock.now, 'basic', { strictFrom });
    await compared.rounds();
    expect(await kinds(phone)).toEqual([]);
    compared.setThere(handle, 'active');
    compared.pass(limits.strictWait);
    await endCredentials(world.ports);
    expect(await kinds(phone)).toEqual([]);
    await compared.rounds();
    await endCredentials(world.ports);
    expect(await kinds(phone)).toEqual(['strict-stopped']);
    expect(await readCredential(world.ports, phone.holderId)).toMatchObject({ level: 'basic' });
  });

  it('comes by the clock, and is called so, where the authority is a moment ahead', async () => {
    const { phone, handle } = await compared.agreed();
    const strictFrom = world.clock.now + limits.clockSkew;
    await world.ports.db.write([
      storeCredential(phone.holderId, { handle, level: 'basic', strictFrom }, world.clock.now),
    ]);
    compared.setThere(handle, 'active', world.clock.now, 'strict');
    await compared.rounds();
    expect(await kinds(phone)).toEqual([]);
    compared.pass(limits.clockSkew);
    await endCredentials(world.ports);
    expect(await kinds(phone)).toEqual(['strict-came']);
  });
});

it('follows when a credential ends with the card that an officer read, and reminds of that', async () => {
  const { phone, handle } = await compared.agreed();
  const ends = async () => {
    const sql = 'select ends_at, remind_at from credentials where handle = :handle';
    const [row] = await world.ports.db.read(sql, { handle });
    return { endsAt: row?.ends_at, remindAt: row?.remind_at };
  };
  const endsAt = world.clock.now + 60 * 24 * 3_600_000;
  compared.setThere(handle, 'active', world.clock.now, 'basic', { endsAt });
  await compared.rounds();
  expect(await ends()).toEqual({ endsAt, remindAt: endsAt - limits.remindBefore[0] });
  expect((await readCredential(world.ports, phone.holderId))?.endsAt).toBe(endsAt);
  compared.setThere(handle, 'active', world.clock.now, 'basic');
  compared.pass(limits.followEvery);
  await compared.rounds();
  expect(await ends()).toEqual({ endsAt: null, remindAt: null });
});
