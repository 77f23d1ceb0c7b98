import { Value } from 'typebox/value';
import { challenge } from '../../../miniprogram/src/attempt/03-challenge.ts';
import { readSession } from '../../../miniprogram/src/attempt/08-own-session.ts';
import { listDelegations } from '../../../miniprogram/src/family/list-delegations.ts';
import { stateConsent } from '../../../miniprogram/src/holder/state-consent.ts';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { issueCard, yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import type { StandInOfficer } from '../../../scripts/stand-ins/officer/officer.ts';
import { makeCitizen } from '../../../scripts/stand-ins/phone/make-citizen.ts';
import type { ReceiptPlace } from '../../../scripts/stand-ins/phone/receipt-place.ts';
import { openTerminal } from '../../../scripts/stand-ins/terminal/terminal.ts';
import { shownToday } from '../../../shared/consent/agreed.fixture.ts';
import { DelegationView } from '../../../shared/contract/family/terms.ts';
import { stateGuardianWord } from '../../../shared/guardian/state-guardian-word.ts';
import { thumbprint } from '../../../shared/jws/thumbprint.ts';
import type { Kin } from '../../../shared/sample/kin.ts';
import type { FaceFrame, Identity } from '../../../shared/sample/samples.ts';
import { send } from './answers.fixture.ts';
import { publicUrl } from './bff.fixture.ts';
import { sealedFace } from './check.fixture.ts';
import type { OpenCounter } from './counter.fixture.ts';
import { type Applicant, applicant, cardOf, officerAt } from './raise.fixture.ts';
import type { World } from './world.fixture.ts';

const year = 365 * 24 * 60 * 60 * 1000;
let wards = 0;

/** Somebody of the register of that age, in whole years and some days. */
export function addWard(world: World, age = 10): Identity {
  wards += 1;
  const born = new Date(world.clock.at - (age + 0.1) * year).toISOString().slice(0, 10);
  const ward = makeCitizen(
    300 + wards,
    `家人${'一二三四五六七八九十'.charAt(wards % 10)}`,
    born.replaceAll('-', ''),
  );
  world.authority.addReadable(ward);
  return ward;
}

/** What an officer brings of a child with a birth certificate, but for what is changed. */
export function kinOf({ name, idNumber }: Identity, changes: Partial<Kin> = {}): Kin {
  return {
    ward: { name, idNumber, validFrom: '2020-01-01', validUntil: 'long-term', chip: null },
    ...{ document: 'birth', documentNumber: 'B12345678', relation: 'child', scenes: ['hotel'] },
    consents: false,
    ...changes,
  };
}

/** What an officer brings of a ward of 16 or more, who agrees. */
export function grownKin(ward: Identity, changes: Partial<Kin> = {}): Kin {
  const card = issueCard({ ...ward, validUntil: '2040-01-01' });
  return kinOf(ward, {
    ...{ document: 'card', documentNumber: '', relation: 'parent', ward: card, consents: shownToday },
    ...changes,
  });
}

/** Some frames of some face: the world's engines tell no two apart unless the test makes them. */
export const someFace = (): FaceFrame[] => [{ atMs: 0, prompt: null, jpeg: new Uint8Array(10_000).fill(5) }];

/** A guardian at the desk of an officer: the phone has scanned and agreed, its samples have come, the guardian's card, and what shows the ward. */
export async function atDesk(
  officer: StandInOfficer,
  who: Applicant,
  kin: Kin,
  grown = false,
  card = cardOf(who),
): Promise<string> {
  const sessionId = await scanned(officer, who, grown);
  await officer.bringCard(sessionId, card);
  await officer.bringKin(sessionId, kin, grown ? someFace : undefined);
  return sessionId;
}

/** The same before the officer has brought anything. */
export async function scanned(officer: StandInOfficer, { phone }: Applicant, grown = false): Promise<string> {
  const session = await officer.openFamily(grown);
  const view = await claim(phone.holder, officer.code(session));
  const { checked } = await challenge(phone.holder, { view, consent: { face: true, voice: false } });
  const answer = await phone.put(view.id, 'face', await sealedFace(phone, checked));
  if (answer.status !== 202) throw new Error(`face: ${answer.code}`);
  return view.id;
}

/** Waits, on the phone, for the end. */
export async function endOf({ phone }: Applicant, sessionId: string) {
  for (;;) {
    const view = await readSession(phone.holder, sessionId);
    if (view.state !== 'deciding') return view;
    await new Promise((later) => setTimeout(later, 20));
  }
}

/** A guardian with a phone, and a ward for whom an officer has registered it. */
export async function guardianOf(
  world: World,
  {
    age = 10,
    kin = {},
    who,
    ward = addWard(world, age),
  }: { age?: number; kin?: Partial<Kin>; who?: Applicant; ward?: Identity } = {},
) {
  const guardian = who ?? (await applicant(world));
  const officer = await officerAt(world);
  const grown = age >= 16;
  const brought = grown ? grownKin(ward, kin) : kinOf(ward, kin);
  const sessionId = await atDesk(officer, guardian, brought, grown);
  await officer.decide(sessionId, yes);
  const { state, hints } = await endOf(guardian, sessionId);
  if (state !== 'passed') throw new Error(`no binding: ${state} ${hints?.join()}`);
  const { delegations } = await listDelegations(guardian.phone.holder);
  const delegation = Value.Parse(DelegationView, delegations.at(-1));
  return { ...guardian, ward, officer, delegation };
}

export type Guardian = Awaited<ReturnType<typeof guardianOf>>;

/** A check at a counter that the guardian's phone has claimed, and agreed to for the ward, with the places of receipt and copy where it wants them. */
export async function forWard(
  world: World,
  { phone }: Pick<Guardian, 'phone'>,
  delegationId: string,
  counter: OpenCounter = world.hotel,
  { receipt, copy }: { receipt?: ReceiptPlace; copy?: ReceiptPlace } = {},
) {
  const session = await counter.open();
  const view = await claim(phone.holder, counter.code(session));
  const agreed = { view, consent: { face: true, voice: false }, ward: delegationId };
  const wanted = [receipt, copy].map((place) => place?.wantedBy(phone.holder));
  const { checked } = await challenge(phone.holder, agreed, ...wanted);
  return { sessionId: view.id, checked, counter };
}

/** The word of the phone's device for that session at the hotel, but for what an attack changes. */
export function wordOf(
  world: World,
  { phone }: Pick<Guardian, 'phone'>,
  delegation: string,
  session: string,
  at: { counterId: string; scene: string } = { counterId: world.hotel.id, scene: 'hotel' },
): string {
  return stateGuardianWord(phone.holder.device, {
    ...{ delegation, act: 'use', session, now: world.clock.at },
    ...at,
  });
}

/** Asks for a challenge for a ward as a phone does, with nothing of the phone's own prudence. */
export function askForWard(
  { phone }: Pick<Guardian, 'phone'>,
  sessionId: string,
  ward: { delegationId: string; word: string },
) {
  const headers = { 'idempotency-key': `"${sessionId.slice(4)}-${ward.word.slice(-8)}"` };
  const body = { consent: stateConsent(phone.holder, { face: true, voice: false }), ward };
  return phone.ask('POST', `/holder/v1/sessions/${sessionId}/challenge`, { body, headers });
}

/** A counter of the world as a terminal of class II, registered with the authority unless told otherwise. */
export async function terminalAt(world: World, counter: OpenCounter = world.hotel, registered = true) {
  if (registered) await world.authority.administer('terminals', { counterId: counter.id, stands: true });
  const { privateKey, open } = counter.key;
  const { kid: _, ...publicJwk } = open;
  const terminal = openTerminal({
    ...{ url: world.url, publicUrl, now: () => world.clock.at, root: world.authority.root, send },
    ...{ key: { privateKey, publicJwk }, token: counter.token },
  });
  if (terminal.device.thumbprint !== thumbprint(open)) throw new Error('another key');
  return { ...terminal, counter };
}

/** A guardian whom no desk has registered in this world: for who plays the calls of phones alone. */
export async function boundBehind(world: World) {
  const guardian = await applicant(world);
  const { credential, terms } = world.authority.bind(guardian.identity, addWard(world));
  const [row] = await world.ports.db.read('select id from holders where device = :device', {
    device: guardian.phone.holder.device.thumbprint,
  });
  const { delegationId: id, relation, form, scenes, endsAt } = terms;
  const params = { id, holder: String(row?.id), credential, relation, form, endsAt };
  await world.ports.db.write([
    {
      sql: `insert into delegations (id, holder_id, credential, relation, form, scenes, asks, state, since, ends_at, purge_at)
        values (:id, :holder, :credential, :relation, :form, :scenes, 'each-time', 'active', 0, :endsAt, :endsAt)`,
      params: { ...params, scenes: JSON.stringify(scenes) },
    },
  ]);
  return { ...guardian, delegationId: id };
}

/** The word of the phone's device for another year. */
export function renewalOf(world: World, { phone }: Pick<Guardian, 'phone'>, delegation: string): string {
  const now = world.clock.at;
  return stateGuardianWord(phone.holder.device, { delegation, act: 'renew', form: 'under-14', now });
}
