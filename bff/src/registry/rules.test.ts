import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { asId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { addCounter } from './counters/add-counter.ts';
import { setCounterQuotas } from './counters/change-counter.ts';
import { registerAnew } from './counters/register-anew.ts';
import { addKey } from './keys/add-key.ts';
import { rotateKey } from './keys/rotate-key.ts';
import { renameParty, setRpQuotas } from './parties/change-party.ts';
import { revokeParty } from './parties/revoke-party.ts';
import { watchParty } from './parties/watch-party.ts';
import { withdrawProposal } from './proposals/decide-proposal.ts';
import { propose } from './proposals/propose.ts';
import { desk, inn, makeKey, testRegistry, token } from './registry.fixture.ts';

let world: Awaited<ReturnType<typeof testRegistry>>;
beforeEach(async () => {
  world = await testRegistry();
});
afterEach(() => world.ports.db.close());

it('what is made from a stale version, or of who was revoked, is refused before the registrar is asked', async () => {
  const { ports, actor } = world;
  await world.withDesk();
  const asked = vi.fn();
  const watched = { ...ports, registrar: { ...ports.registrar, register: asked, registerName: asked } };
  const stale = { counterId: desk, version: 7 };
  const key = makeKey('k2');
  const name = { name: 'Other Inn', token };
  const attempts = [
    () => registerAnew(watched, actor, stale, {}, token),
    () => addKey(watched, actor, { ...stale, key }, { token }),
    () => rotateKey(watched, actor, { ...stale, key }, undefined, { token }),
    () => renameParty(watched, actor, { rpId: inn, version: 7 }, name),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'version-stale' });
  await revokeParty(ports, actor, inn, 'closed');
  await expect(registerAnew(watched, actor, { ...stale, version: 1 }, {}, token)).rejects.toMatchObject({
    code: 'revoked-already',
  });
  expect(asked).not.toHaveBeenCalled();
});

it('a rule is judged by the version that the caller knows, never by a newer one', async () => {
  const { ports, actor } = world;
  await world.withDesk();
  await watchParty(ports, actor, inn);
  const more = { liveSessions: 100_000 };
  for (const version of [1, 3])
    await expect(setRpQuotas(ports, actor, { rpId: inn, version }, more)).rejects.toMatchObject({
      code: 'version-stale',
    });
  await expect(setRpQuotas(ports, actor, { rpId: inn, version: 2 }, more)).rejects.toMatchObject({
    code: 'two-operators-needed',
  });
});

it('a counter gets no more where its relying party comes under watch between the look and the write', async () => {
  const { ports, actor } = world;
  const { record } = await world.withDesk();
  const late = {
    ...ports,
    audited: async (...asked: Parameters<typeof ports.audited>) => {
      await watchParty(ports, actor, inn);
      return ports.audited(...asked);
    },
  };
  const at = { counterId: desk, version: record.version };
  await expect(setCounterQuotas(late, actor, at, { streams: 400 })).rejects.toMatchObject({
    code: 'version-stale',
  });
  await expect(setCounterQuotas(ports, actor, at, { streams: 400 })).rejects.toMatchObject({
    code: 'two-operators-needed',
  });
});

it('under watch a new counter starts with the least that any of its siblings has', async () => {
  const { ports, actor } = world;
  const { record } = await world.withDesk();
  const quotas = { streams: 1, sessions: { atOnce: 3, every: 60_000 } };
  await setCounterQuotas(ports, actor, { counterId: desk, version: record.version }, quotas);
  const add = (id: string, more: object = {}) =>
    addCounter(
      ports,
      actor,
      { counterId: asId('cnt', id), rpId: inn, name: id, place: 'Quay 2', key: makeKey('k1'), ...more },
      token,
    );
  expect((await add('cnt_desk-2')).quotasChosen).toEqual({});
  await watchParty(ports, actor, inn);
  expect((await add('cnt_desk-3')).quotas).toMatchObject(quotas);
  expect((await add('cnt_desk-4', { quotas: { liveSessions: 1 } })).quotas).toMatchObject({
    ...{ ...quotas, liveSessions: 1 },
  });
  await expect(add('cnt_desk-5', { quotas: { streams: 2 } })).rejects.toMatchObject({
    code: 'two-operators-needed',
  });
});

it('an operator has so many open proposals, and more when one is withdrawn or over', async () => {
  const { ports, lin, wu } = world;
  const put = () => propose(ports, lin, { kind: 'trust-root', thumbprint: 'A'.repeat(43) });
  const [first] = await Promise.all(Array.from({ length: limits.openProposalsPerOperator }, put));
  const retryAfter = limits.proposalLifetime / 1000;
  await expect(put()).rejects.toMatchObject({ code: 'too-many-requests', retryAfter });
  await withdrawProposal(ports, wu, asId('prp', first?.proposalId ?? ''));
  await put();
  await expect(put()).rejects.toMatchObject({ code: 'too-many-requests' });
  world.clock.now += limits.proposalLifetime;
  await put();
});
