import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSigningKey } from '../../../scripts/stand-ins/authority/signing-key.ts';
import { clientAssertionType } from '../../../shared/contract/access/client-authentication.ts';
import type { ScenesChosen } from '../../../shared/contract/operator/terms.ts';
import { asId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { checkAssertion } from '../access/check-assertion.ts';
import { storedRegistry } from '../adapters/registry/stored-registry.ts';
import { openAudit } from '../audit/open-audit.ts';
import { addCounter } from './counters/add-counter.ts';
import { setCounterQuotas } from './counters/change-counter.ts';
import { listCounters } from './counters/list-counters.ts';
import { registerAnew } from './counters/register-anew.ts';
import { revokeCounter } from './counters/revoke-counter.ts';
import { addKey } from './keys/add-key.ts';
import { revokeKey } from './keys/revoke-key.ts';
import { rotateKey } from './keys/rotate-key.ts';
import { overview } from './overview.ts';
import { changeScenes, renameParty, setRpQuotas } from './parties/change-party.ts';
import { revokeParty } from './parties/revoke-party.ts';
import { watchParty } from './parties/watch-party.ts';
import { approveProposal } from './proposals/decide-proposal.ts';
import { propose } from './proposals/propose.ts';
import { readLog } from './read-log.ts';
import { desk, inn, makeKey, testRegistry, token } from './registry.fixture.ts';
import { demandTrustedRoot } from './trust-root.ts';

const migrations = fileURLToPath(new URL('../../migrations/', import.meta.url));
let world: Awaited<ReturnType<typeof testRegistry>>;
beforeEach(async () => {
  world = await testRegistry();
});
afterEach(() => world.ports.db.close());

const pass = (milliseconds: number) => {
  world.clock.now += milliseconds;
};

describe('the keys of a counter', () => {
  it('overlap at a rotation: a token is to be had at every moment by the old key or the new, and then by the new alone', async () => {
    const issuer = 'https://bff.example';
    const pairs = ['old', 'new'].map((kid) => {
      const { jwk, privateKey } = makeSigningKey();
      return { open: { ...jwk, kid }, privateKey };
    });
    const [old, fresh] = pairs;
    if (old === undefined || fresh === undefined) throw new Error('no keys');
    const { record } = await world.withDesk({ key: old.open });
    const recognised = async ({ open, privateKey }: typeof old, named: boolean) => {
      const seconds = Math.floor(world.clock.now / 1000);
      const assertion = await new SignJWT({ iss: desk, sub: desk, aud: issuer, jti: 'a-jti-of-its-own' })
        .setProtectedHeader({ alg: 'ES256', ...(named && { kid: open.kid }) })
        .setExpirationTime(seconds + 60)
        .sign(privateKey);
      const sent = { client_assertion: assertion, client_assertion_type: clientAssertionType };
      return checkAssertion(world.ports, issuer, sent).then(
        ({ key }) => key.kid,
        () => 'refused',
      );
    };
    const rotated = { counterId: desk, version: record.version, key: fresh.open };
    expect(await recognised(fresh, true)).toBe('refused');
    await rotateKey(world.ports, world.actor, rotated, undefined, { token });
    for (const named of [true, false]) {
      expect(await recognised(old, named)).toBe('old');
      expect(await recognised(fresh, named)).toBe('new');
    }
    pass(limits.keyOverlap);
    expect([await recognised(old, true), await recognised(fresh, true)]).toEqual(['refused', 'new']);
  });

  it('count from their time to their time', async () => {
    const { record } = await world.withDesk();
    const [notBefore, notAfter] = [world.clock.now + 1000, world.clock.now + 2000];
    const added = { counterId: desk, version: record.version, key: makeKey('k2'), notBefore, notAfter };
    await addKey(world.ports, world.actor, added, { token });
    const kids = async () => (await world.ports.registry.counter(desk))?.keys.map(({ kid }) => kid);
    expect(await kids()).toEqual(['k1']);
    pass(1000);
    expect(await kids()).toEqual(['k2', 'k1']);
    pass(1000);
    expect(await kids()).toEqual(['k1']);
  });

  it('that are revoked leave a counter that is nobody where there is no other', async () => {
    await world.withDesk();
    await revokeKey(world.ports, world.actor, { counterId: desk, kid: 'k1' }, 'key-lost');
    await revokeKey(world.ports, world.actor, { counterId: desk, kid: 'k1' }, 'key-lost');
    expect(await world.ports.registry.counter(desk)).toBeUndefined();
    expect(world.events.filter((each) => 'what' in each && each.what === 'key-revoked')).toHaveLength(1);
  });
});

describe('a change', () => {
  it('counts at the next look, is in the log with its operator, and is refused from a stale version', async () => {
    await world.withDesk();
    const scenes = [{ scene: 'hotel', counterWord: 'always', level: 'strict', purposes: ['visit'] }] as const;
    const chosen = scenes.map((each) => ({ ...each, purposes: [...each.purposes] }));
    await changeScenes(world.ports, world.actor, { rpId: inn, version: 1 }, chosen);
    expect(await world.ports.registry.rp(inn)).toMatchObject({
      counterWord: { hotel: 'always' },
      levels: { hotel: 'strict' },
      purposes: { hotel: ['visit'] },
    });
    expect(world.events.at(-1)).toMatchObject({ what: 'rp-scenes-set', rpId: inn, operatorId: world.lin });
    await expect(
      changeScenes(world.ports, world.actor, { rpId: inn, version: 1 }, chosen),
    ).rejects.toMatchObject({ code: 'version-stale' });
  });

  it.each<[string, ScenesChosen[number]]>([
    ['a purpose of another scene', { scene: 'hotel', purposes: ['send'] }],
    ['no word in a strict scene', { scene: 'traffic', counterWord: 'late' }],
    ['a level below that of the scene', { scene: 'traffic', level: 'basic' }],
  ])('of scenes is refused for %s', async (_, policy) => {
    await world.withDesk();
    const changed = changeScenes(world.ports, world.actor, { rpId: inn, version: 1 }, [policy]);
    await expect(changed).rejects.toMatchObject({ code: 'scenes-invalid' });
  });

  it('that weakens is done when another operator approves it, and is in the log with both', async () => {
    await world.withDesk();
    const { version } = await watchParty(world.ports, world.actor, inn);
    const more = { liveSessions: 10_000 };
    const at = { rpId: inn, version };
    await expect(setRpQuotas(world.ports, world.actor, at, more)).rejects.toMatchObject({
      code: 'two-operators-needed',
    });
    const { proposalId } = await propose(world.ports, world.lin, {
      kind: 'raise-rp-quotas',
      ...at,
      quotas: more,
    });
    expect(await approveProposal(world.ports, world.wu, proposalId)).toMatchObject({ state: 'done' });
    expect(world.events.slice(-2)).toMatchObject([
      { what: 'proposal-made', operatorId: world.lin, about: proposalId },
      { what: 'rp-quotas-set', operatorId: world.wu, about: proposalId },
    ]);
    expect((await world.ports.registry.counter(desk))?.rpQuotas).toEqual(more);
    const less = { rpId: inn, version: version + 1 };
    await setRpQuotas(world.ports, world.actor, less, { liveSessions: 1 });
  });

  it('of a name reaches a counter when it is registered anew, with a statement that lasts longer', async () => {
    const { record } = await world.withDesk();
    await renameParty(world.ports, world.actor, { rpId: inn, version: 1 }, { name: 'Quay Inn', token });
    pass(limits.registrationLifetime / 2);
    const anew = await registerAnew(world.ports, world.actor, record, { place: 'Quay 2' }, token);
    expect(anew).toMatchObject({ rpName: 'Quay Inn', name: 'Desk 1', place: 'Quay 2' });
    expect(anew.registrationEnds).toBe(world.clock.now + limits.registrationLifetime);
    expect((await world.ports.registry.counter(desk))?.registered).toMatchObject({ rpName: 'Quay Inn' });
  });
});

describe('what was revoked', () => {
  it('is nobody, stays readable, is revoked once, and comes back by two operators alone', async () => {
    await world.withDesk();
    await revokeParty(world.ports, world.actor, inn, 'misuse');
    await revokeParty(world.ports, world.actor, inn, 'closed');
    expect(await world.ports.registry.counter(desk)).toBeUndefined();
    expect(world.events.filter((each) => 'what' in each && each.what === 'rp-revoked')).toHaveLength(1);
    const again = { counterId: asId('cnt', 'cnt_desk-2'), rpId: inn, name: 'Desk 2', place: 'Quay' };
    await expect(
      addCounter(world.ports, world.actor, { ...again, key: makeKey('k') }, token),
    ).rejects.toMatchObject({ code: 'revoked-already' });
    const { proposalId } = await propose(world.ports, world.lin, {
      kind: 'restore-rp',
      rpId: inn,
      version: 2,
    });
    await approveProposal(world.ports, world.wu, proposalId);
    expect(await world.ports.registry.counter(desk)).toBeDefined();
  });

  it('is changed by nobody', async () => {
    const { record } = await world.withDesk();
    const revoked = await revokeCounter(world.ports, world.actor, desk, 'closed');
    expect(revoked).toMatchObject({ standing: 'revoked', reason: 'closed' });
    for (const { version } of [record, revoked])
      await expect(
        setCounterQuotas(world.ports, world.actor, { counterId: desk, version }, {}),
      ).rejects.toMatchObject({ code: 'revoked-already' });
  });
});

it('lists go on where the page before ended, and show which registrations end soon', async () => {
  await world.withDesk();
  for (let n = 2; n <= 5; n++)
    await addCounter(
      world.ports,
      world.actor,
      {
        counterId: asId('cnt', `cnt_desk-${n}`),
        rpId: inn,
        name: `Desk ${n}`,
        place: 'Quay',
        key: makeKey('k'),
      },
      token,
    );
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await listCounters(world.ports, { limit: 2, rpId: inn, ...(after && { after }) });
    ids.push(...page.counters.map(({ counterId }) => counterId));
    after = page.next;
  } while (after !== undefined);
  expect(ids).toEqual([1, 2, 3, 4, 5].map((n) => `cnt_desk-${n}`));
  pass(limits.registrationLifetime - limits.registrationEndsSoon);
  const soon = await listCounters(world.ports, {
    endsBefore: world.clock.now + limits.registrationEndsSoon + 1,
  });
  expect(soon.counters).toHaveLength(5);
  expect(await overview(world.ports)).toMatchObject({ counters: { active: 5, endingSoon: 5, ended: 0 } });
  await expect(listCounters(world.ports, { after: '%' })).rejects.toMatchObject({ code: 'request-invalid' });
});

it('the log shows what operators did alone, the newest first, page by page', async () => {
  const { db, now, random } = world.ports;
  const { audit, audited } = await openAudit({ db, now, random });
  await audit({ event: 'application-opened', by: 'holder', voice: true });
  for (const what of ['rp-watched', 'rp-renamed'] as const) {
    pass(1);
    await audited({ event: 'registry-changed', ...world.actor, what, rpId: inn }, []);
  }
  const seen: unknown[] = [];
  let after: string | undefined;
  do {
    const page = await readLog(world.ports, { limit: 1, ...(after && { after }) });
    seen.push(...page.entries.map(({ operatorName, facts }) => [operatorName, facts]));
    after = page.next;
  } while (after !== undefined);
  expect(seen).toEqual([
    ['Lin', { what: 'rp-renamed', rpId: inn }],
    ['Lin', { what: 'rp-watched', rpId: inn }],
  ]);
});

it('who calls is found by indexes alone: it costs the same among thousands of counters', async () => {
  const { db } = world.ports;
  const asked: { sql: string; params: Parameters<typeof db.read>[1] }[] = [];
  await world.withDesk();
  const noting: typeof db = {
    ...db,
    async read(sql, params) {
      asked.push({ sql, params });
      return db.read(sql, params);
    },
  };
  const registry = storedRegistry({ db: noting, now: world.ports.now });
  await registry.counter(desk);
  await registry.rp(inn);
  await registry.isActive(inn);
  await registry.isOrigin('https://desk.example');
  const database = new DatabaseSync(':memory:');
  for (const name of readdirSync(migrations).sort()) database.exec(readFileSync(migrations + name, 'utf8'));
  expect(asked).toHaveLength(6);
  for (const { sql, params } of asked) {
    const steps = database.prepare(`explain query plan ${sql}`).all(params);
    for (const { detail } of steps) expect(String(detail)).not.toMatch(/^SCAN /);
  }
  database.close();
});

it('a BFF starts with the root that its database knows, or that two operators agreed to', async () => {
  const [first, second] = [makeSigningKey().jwk, makeSigningKey().jwk];
  await demandTrustedRoot(world.ports, first);
  await demandTrustedRoot(world.ports, first);
  const refused = demandTrustedRoot(world.ports, second);
  await expect(refused).rejects.toThrow('Two operators have to agree to it first');
  const thumbprint = /thumbprint ([A-Za-z0-9_-]{43})/.exec(String(await refused.catch(String)))?.[1] ?? '';
  const { proposalId } = await propose(world.ports, world.lin, { kind: 'trust-root', thumbprint });
  await expect(demandTrustedRoot(world.ports, second)).rejects.toThrow();
  await approveProposal(world.ports, world.wu, proposalId);
  await demandTrustedRoot(world.ports, second);
});
