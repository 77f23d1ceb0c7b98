import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Value } from 'typebox/value';
import { afterAll, expect, it } from 'vitest';
import { shownToday } from '../../../shared/consent/agreed.fixture.ts';
import { ExportClaims } from '../../../shared/contract/authority/export.ts';
import { asId, newId, type OfficerId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { sceneNames } from '../../../shared/scenes.ts';
import { random, verifyBody } from '../authority.fixture.ts';
import { template } from '../engines/passing-engines.fixture.ts';
import type { Delegation } from '../ports/family.ts';
import type { Credential, Store } from '../ports/store.ts';
import { openStore } from '../store/open-store.ts';
import { newCredential } from './credential-standing.ts';
import { heldOf } from './held-of.ts';
import { keepConsent } from './keep-consent.ts';

const folder = mkdtempSync(join(tmpdir(), 'lz-held-'));
afterAll(() => rmSync(folder, { recursive: true }));

const now = 1_800_000_000_000;
const device = 'd'.repeat(43);
const pointId = asId('acp', 'acp_north');
const counterId = asId('cnt', 'cnt_points-north');
const rpId = asId('rp', 'rp_points');
const settings = { issuer: 'test', suite: 17, bffId: 'bff_test', officerOrigin: undefined } as const;

/** Of each table of which an export tells, what it says. */
const told: Record<string, readonly (keyof ExportClaims)[]> = {
  people: ['register'],
  // The one that is alive is handed in, but for its receipt key.
  credentials: ['earlier', 'credential'],
  pins: ['pin'],
  credential_consents: ['consents'],
  strikes: ['failures'],
  tries: ['tries'],
  seen_voices: ['heard'],
  raise_grants: ['heard'],
  challenges: ['challenges'],
  delegations: ['delegations'],
  raise_cases: ['raises'],
  officers: ['offices'],
  officer_passkeys: ['offices'],
  shifts: ['offices'],
  raise_case_hands: ['offices'],
};

/** Of each other, why not. */
const untold: Record<string, string> = {
  credential_changes: 'a number for the handle of the credential, which is told',
  samples: 'digests of what was sent for a challenge, which is told; they go with it a day later',
  verdicts: 'the outcome of a challenge, which is told; the phone has it in its own records',
  receipts: 'sealed to the phones, which have them in their own records',
  ended_challenges: 'a mark on a challenge, which is told',
  struck_sessions: 'numbers of sessions, without a person',
  seen_faces: 'digests that lead to nobody',
  raise_given:
    'by what a PIN, a voice and an end are known again that a raise brought: these are told themselves',
  voices: 'the recordings of the synthetic citizens, by their digest',
  family_hands: 'numbers of the officers who signed for a delegation, which is told without them',
  binding_refusals: 'names nobody: what officers signed for nothing',
  revocations: 'of a delegation that ended, which is told: when and where it was given up',
  guardian_words: 'hashes of words that were used, for ten minutes, without a person',
  officer_invites: 'hashes of links, for fifteen minutes',
  officer_ceremonies: 'what a passkey is asked to sign, for two minutes',
  acceptance_points: 'of places; what was done there has the name',
  counters: 'of organisations',
  brand_names: 'of organisations',
  terminals: 'of counters',
};

let files = 0;

/** An authority's tables in a file, with somebody of whom there is something in every table that is told. */
function filled() {
  files += 1;
  const file = join(folder, `${files}.db`);
  const store = openStore(file);
  const db = new DatabaseSync(file);
  const issue = (person: string, since = now): Credential => {
    const handle = newId('crd', random);
    const enrolled = { hasVoice: true, face: template(1), voice: template(2), device };
    const credential = { ...newCredential, ...enrolled, handle, person, level: 'basic', since } as const;
    store.credentials.issue(credential);
    return credential;
  };
  const { own, ward, guardian, other } = store.together(() => {
    const ward = issue('ward');
    const guardian = issue('guardian');
    issue('anna', now - 1);
    const own = issue('anna');
    for (const person of ['anna', 'ward', 'guardian'])
      store.people.put({
        ...{ person, nameCheck: 'n', photoDigest: 'p', photo: template(4) },
        ...{ born: person === 'ward' ? '2020-01-01' : '1980-01-01', byApplication: true },
      });
    store.pins.set('anna', { salt: 's', hash: 'h' });
    store.credentials.keepReceiptKey(own.handle, 'statement');
    const agreed = { form: 'assist', subject: 'voice' } as const;
    keepConsent({ store, now: () => now }, own.handle, agreed, shownToday);
    store.strikes.put('anna', 'verify', { failures: 2, lockedUntil: 0 });
    store.tries.put('anna', 'a', { tries: 3, since: now, passed: true });
    store.seen.addVoice('anna', { digests: ['d'], trace: template(3) });
    addChallenge(store, { handle: own.handle });
    const office = addOfficer(store, 'anna');
    const other = addOfficer(store, 'stranger');
    store.points.put({
      ...{ pointId, rpId, counterId, name: '受理点北' },
      ...{ city: '测试市', address: '测试路 2 号', hours: '周一至周五', phone: '000-0000' },
    });
    addDelegation(store, { guardian: 'anna', ward: 'ward', credential: ward.handle, officerId: other });
    addDelegation(store, { guardian: 'guardian', ward: 'anna', credential: own.handle, officerId: other });
    addCase(store, { person: 'anna', credential: own.handle, officerId: other });
    addCase(store, { person: 'ward', credential: ward.handle, officerId: office });
    return { own, ward, guardian, other };
  });
  const close = () => {
    db.close();
    store.close();
  };
  const held = () => heldOf({ store, settings, now: () => now }, own, device);
  return { store, db, own, ward, guardian, other, held, close };
}

function addChallenge(store: Store, { handle, rpName = '测试酒店' }: { handle: string; rpName?: string }) {
  const asked = verifyBody(handle, { deviceThumbprint: device });
  const { ceremony, sessionId, scene, level, purpose, deviceThumbprint } = asked;
  store.challenges.add({
    asked,
    claims: {
      ...{ iss: 'test', iat: now / 1000, exp: now / 1000 + 60, sandbox: true, nonce: 'n'.repeat(43) },
      ...{ challengeId: newId('chl', random), ceremony, sessionId, rpId, rpName, counterId, scene, level },
      ...{ purpose, deviceThumbprint, prompts: ['nod', 'turn-left'], digits: '123456', samples: ['face'] },
      sealKeyId: 'k',
    },
    expiresAt: now + 60_000,
  });
}

function addOfficer(store: Store, person: string, name = `${person} at work`) {
  const officerId = newId('off', random);
  store.officers.add({
    ...{ id: officerId, name, person, role: 'point', pointId, rpId },
    ...{ counterId, since: now, first: true, ownRaiseAt: undefined, revokedAt: undefined },
  });
  const passkeyId = newId('shf', random);
  const key = { publicKey: 'k', counter: 0, transports: '' };
  store.officers.addPasskey({ ...key, id: passkeyId, officerId, name: 'key' }, now);
  store.shifts.open({
    ...{ id: newId('shf', random), officerId, passkeyId, key: 'k', since: now, expiresAt: now + 1 },
  });
  store.officers.revoke(officerId, now + 1);
  return officerId;
}

type Bound = Pick<Parameters<Store['delegations']['add']>[0], 'guardian' | 'ward' | 'credential'> & {
  officerId: OfficerId;
};
function addDelegation(store: Store, { officerId, ...bound }: Bound) {
  const terms = {
    relation: 'child',
    form: 'under-14',
    scenes: [...sceneNames],
  } satisfies Partial<Delegation>;
  store.delegations.add(
    {
      ...bound,
      ...terms,
      id: newId('del', random),
      since: now,
      endsAt: now + 1000,
      endedAt: undefined,
      pointId,
    },
    [{ officerId, passkeyId: undefined }],
  );
}

type Raised = Pick<Parameters<Store['cases']['add']>[0], 'person' | 'credential'> & Pick<Bound, 'officerId'>;
function addCase(store: Store, { person, credential, officerId }: Raised) {
  const decision = {
    outcome: 'review',
    cardGenuine: true,
    faceUnnatural: false,
    doubt: 'under-pressure',
  } as const;
  const id = newId('cas', random);
  store.cases.add({
    ...{
      id,
      sessionId: newId('ses', random),
      credential,
      person,
      pointId,
    },
    words: [{ officerId, shiftId: newId('shf', random), passkeyId: 'k', at: now, decision }],
    ...{ cardRead: 'chip', evidence: [], at: now, state: 'in-review', waitsFor: 'asked' },
  });
  store.grants.put(id, { pin: undefined, voice: template(5), endsAt: undefined });
}

it('of every table of the authority an export tells, or this list says why not', () => {
  const { db, close } = filled();
  const tables = db
    .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`)
    .all()
    .map(({ name }) => String(name));
  close();
  expect(tables.length).toBeGreaterThan(20);
  expect([...Object.keys(told), ...Object.keys(untold)].sort()).toEqual(tables);
});

it.each(Object.entries(told))('what stands in %s is in an export', (table, members) => {
  const { db, held, close } = filled();
  const before = held();
  db.exec(`delete from ${table}`);
  const after = held();
  close();
  const changed = members.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  expect(changed).toEqual(members);
});

it('family, raises and an office are told by terms and days, and by nobody else', () => {
  const { held, ward, guardian, other, close } = filled();
  const claims = held();
  close();
  expect(
    claims.delegations.map(({ as: side, relation, point, state }) => [side, relation, point, state]).sort(),
  ).toEqual([
    ['guardian', 'child', '受理点北', 'active'],
    ['ward', 'child', '受理点北', 'ended'],
  ]);
  expect(claims.raises).toEqual([
    { day: '2027-01-15', point: '受理点北', card: 'chip', decision: 'review', state: 'in-review' },
  ]);
  expect(claims.offices).toEqual([
    {
      role: 'point',
      name: 'anna at work',
      since: now,
      revokedAt: now + 1,
      passkeys: 1,
      shifts: 1,
      raises: 1,
    },
  ]);
  expect(claims.register).toEqual({ photo: true, byApplication: true, born: '1980-01-01' });
  const said = JSON.stringify(claims);
  for (const secret of [ward.handle, guardian.handle, other, 'stranger', '2020-01-01', 'under-pressure'])
    expect(said).not.toContain(secret);
});

it('a ward is not told that the guardian’s own credential rests, and the guardian is', () => {
  const { store, held, own, ward, guardian, close } = filled();
  store.credentials.put({ ...guardian, state: 'frozen' });
  store.credentials.put({ ...own, state: 'frozen' });
  const young = { ...own, person: 'ward', handle: ward.handle };
  expect(held().delegations.find(({ as: side }) => side === 'guardian')?.state).toBe('rests');
  expect(heldOf({ store, settings, now: () => now }, young, device).delegations).toMatchObject([
    { as: 'ward', state: 'active' },
  ]);
  close();
});

it('an export in which every list is full fits its box', () => {
  const { store, held, own, ward, other, close } = filled();
  const long = '测'.repeat(60);
  store.points.put({
    ...{ pointId, rpId, counterId, name: long },
    ...{ city: '测试市', address: '测试路 2 号', hours: '周一至周五', phone: '000-0000' },
  });
  store.together(() => {
    for (let n = 0; n < limits.exportedChallenges + 1; n++)
      addChallenge(store, { handle: own.handle, rpName: long });
    for (let n = 0; n < limits.exportedDelegations + 1; n++)
      addDelegation(store, { guardian: 'anna', ward: 'ward', credential: ward.handle, officerId: other });
    for (let n = 0; n < limits.exportedRaises + 1; n++)
      addCase(store, { person: 'anna', credential: own.handle, officerId: other });
    for (let n = 0; n < limits.exportedOffices + 1; n++) addOfficer(store, 'anna', long);
  });
  const claims = held();
  close();
  expect(Value.Check(ExportClaims, claims)).toBe(true);
  expect(
    [claims.challenges, claims.delegations, claims.raises, claims.offices].map(({ length }) => length),
  ).toEqual([
    ...[limits.exportedChallenges, limits.exportedDelegations, limits.exportedRaises, limits.exportedOffices],
  ]);
  const head = 300;
  expect(Buffer.from(JSON.stringify(claims)).toString('base64url').length + head).toBeLessThan(
    limits.exportPlaintext,
  );
});
