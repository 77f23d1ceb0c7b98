import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { operatorOf } from '../world/operator.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const path = '/relying-parties/rp_hotel';

it('one operator alone makes nothing weaker: not by asking, not by approving what they proposed, not late, not twice', async () => {
  const [lin, wu] = [await operatorOf(world, 'Lin'), await operatorOf(world, 'Wu')];
  expect((await lin.ask('POST', `${path}/watch`)).status).toBe(200);
  const version = await lin.version(path);
  const quotas = { liveSessions: 100_000 };
  const alone = await lin.ask('PUT', `${path}/quotas`, { body: { version, quotas } });
  expect(alone).toMatchObject({ status: 403, code: 'two-operators-needed' });
  const perDesk = { version: await lin.version('/counters/cnt_hotel-1'), quotas: { streams: 50 } };
  expect(await lin.ask('PUT', '/counters/cnt_hotel-1/quotas', { body: perDesk })).toMatchObject({
    code: 'two-operators-needed',
  });

  const propose = async () => {
    const proposed = { kind: 'raise-rp-quotas', rpId: 'rp_hotel', version: await lin.version(path), quotas };
    const { body } = await lin.ask('POST', '/proposals', { body: { proposed } });
    return `/proposals/${Object(body).proposalId}`;
  };
  const first = await propose();
  expect(await lin.ask('POST', `${first}/approve`)).toMatchObject({ status: 403, code: 'own-proposal' });
  expect((await wu.ask('POST', `${first}/approve`)).status).toBe(200);
  expect(Object((await wu.ask('GET', path)).body).quotas.liveSessions).toBe(100_000);
  expect(await wu.ask('POST', `${first}/approve`)).toMatchObject({ status: 410, code: 'proposal-over' });

  const late = await propose();
  world.clock.pass(limits.proposalLifetime);
  expect(await wu.ask('POST', `${late}/approve`)).toMatchObject({ status: 410, code: 'proposal-over' });
  const { entries } = Object((await wu.ask('GET', '/log')).body);
  const refusals = entries.filter(
    ({ facts }: { facts: { what: string } }) => facts.what === 'proposal-refused',
  );
  expect(refusals.map(({ facts }: { facts: { reason: string } }) => facts.reason).sort()).toEqual([
    'own-proposal',
    'proposal-over',
    'proposal-over',
  ]);
});

it('what was changed since it was proposed is not approved unseen, nor what somebody proposed who is no operator any more', async () => {
  const [lin, wu] = [await operatorOf(world, 'Lin'), await operatorOf(world, 'Wu')];
  const propose = async () => {
    const proposed = { kind: 'end-watch', rpId: 'rp_hotel', version: await lin.version(path) };
    return `/proposals/${Object((await lin.ask('POST', '/proposals', { body: { proposed } })).body).proposalId}`;
  };
  const stale = await propose();
  const fewer = { version: await wu.version(path), quotas: { liveSessions: 5 } };
  expect((await wu.ask('PUT', `${path}/quotas`, { body: fewer })).status).toBe(200);
  expect(await wu.ask('POST', `${stale}/approve`)).toMatchObject({ status: 409, code: 'version-stale' });

  const orphan = await propose();
  await world.ports.db.write([
    { sql: 'update operators set revoked_at = 1 where id = :id', params: { id: lin.operatorId } },
  ]);
  expect(await wu.ask('POST', `${orphan}/approve`)).toMatchObject({ status: 410, code: 'proposal-over' });
  expect(Object((await wu.ask('GET', path)).body).underWatch).toBe(true);
});

it('a scene that was given up and taken again comes back with the word that it had', async () => {
  const lin = await operatorOf(world, 'Lin');
  const set = async (scenes: object[]) =>
    lin.ask('PUT', `${path}/scenes`, { body: { version: await lin.version(path), scenes } });
  expect((await set([{ scene: 'hotel' }])).status).toBe(200);
  const back = [{ scene: 'hotel' }, { scene: 'peer', counterWord: 'late' }];
  expect(await set(back)).toMatchObject({ status: 403, code: 'two-operators-needed' });
  expect((await set([{ scene: 'hotel' }, { scene: 'peer', counterWord: 'always' }])).status).toBe(200);
});
