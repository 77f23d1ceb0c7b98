import { Value } from 'typebox/value';
import { challenge } from '../../../miniprogram/src/attempt/03-challenge.ts';
import { readSession } from '../../../miniprogram/src/attempt/08-own-session.ts';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { issueCard, yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { openOfficer, type StandInOfficer } from '../../../scripts/stand-ins/officer/officer.ts';
import { Appointment } from '../../../shared/contract/raise/appointment.ts';
import type { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import type { RaiseDecision } from '../../../shared/raise/decision.ts';
import type { Card } from '../../../shared/sample/card.ts';
import type { Identity } from '../../../shared/sample/samples.ts';
import { send } from './answers.fixture.ts';
import { publicUrl } from './bff.fixture.ts';
import { sealedFace, sealedVoice } from './check.fixture.ts';
import { anotherCitizen } from './parties.fixture.ts';
import { applyAs, type Phone } from './phone.fixture.ts';
import type { World } from './world.fixture.ts';

/** A citizen of whom the test knows the identity, with a basic credential on a phone of their own. */
export interface Applicant {
  phone: Phone;
  identity: Identity;
}

let people = 0;

/** The two acceptance points of the world, registered once. */
const registered = new WeakSet<World>();
export async function registerPoints(world: World): Promise<void> {
  if (registered.has(world)) return;
  registered.add(world);
  for (const name of ['north', 'south'])
    await world.authority.administer('points', {
      ...{
        pointId: `acp_${name}`,
        rpId: 'rp_points',
        counterId: `cnt_points-${name}`,
        name: `受理点${name}`,
      },
      ...{ city: '测试市', address: '测试路 2 号', hours: '周一至周五 9:00-17:00', phone: '000-0000' },
    });
}

/** An officer of the world at that point, with a passkey and an open shift. @param of who they are; somebody new where absent */
export async function officerAt(
  world: World,
  point: 'north' | 'south' = 'north',
  of?: Identity,
): Promise<StandInOfficer & { officerId: string }> {
  await registerPoints(world);
  people += 1;
  const identity = of ?? anotherCitizen();
  if (of === undefined) world.authority.addPerson(identity);
  const { idNumber, name } = identity;
  const at = { pointId: `acp_${point}` };
  const asked = { name: `受理员${people}`, legalName: name, idNumber, at, first: true };
  const { officerId } = await world.authority.administer('officers', asked);
  const { link } = await world.authority.administer(`officers/${officerId}/invite`);
  const { url, clock, authority } = world;
  const officer = openOfficer({ url, publicUrl, now: () => clock.at, root: authority.root, send });
  await officer.enrol(link);
  await officer.beginShift();
  return { ...officer, officerId };
}

export async function applicant(world: World): Promise<Applicant> {
  const identity = anotherCitizen();
  const phone = await world.phone();
  await applyAs(phone, identity);
  return { phone, identity };
}

/** The card of the applicant, but for what an attack changes before it is signed. */
export const cardOf = ({ identity }: Applicant, changes: Partial<Card> = {}): Card =>
  issueCard({ ...identity, validUntil: '2040-01-01', ...changes });

/** The applicant scans and agrees, and the phone is given its challenge. */
export async function scanAndAgree(
  officer: StandInOfficer,
  { phone }: Applicant,
  session: OpenSessionAnswer,
) {
  const shown = await claim(phone.holder, officer.code(session));
  return await challenge(phone.holder, { view: shown, consent: { face: true, voice: false } });
}

/** What a dishonest BFF writes into a session: that its officer has excepted the face. */
export async function exceptBehind(world: World, id: string): Promise<void> {
  const [row] = await world.ports.db.read('select body from sessions where id = :id', { id });
  const session = JSON.parse(String(row?.body));
  const body = JSON.stringify({ ...session, asked: { ...session.asked, exception: 'no-face' } });
  await world.ports.db.write([
    { sql: 'update sessions set body = :body where id = :id', params: { id, body } },
  ]);
}

/** An appointment for today. */
export async function appointed(world: World, phone: Phone, pointId: string): Promise<Appointment> {
  const day = new Date(world.clock.at + 8 * 3_600_000).toISOString().slice(0, 10);
  const { body } = await phone.ask('POST', '/holder/v1/appointments', {
    body: { pointId, day, part: 'morning' },
  });
  return Value.Parse(Appointment, body);
}

/** A raise that the applicant has scanned and agreed to: face and voice have come. */
export async function lookedAt(officer: StandInOfficer, who: Applicant) {
  return samplesOf(officer, who, await officer.open());
}

/** The same of a session that is open. */
export async function samplesOf(officer: StandInOfficer, { phone }: Applicant, session: OpenSessionAnswer) {
  const shown = await claim(phone.holder, officer.code(session));
  const { checked } = await challenge(phone.holder, { view: shown, consent: { face: true, voice: true } });
  for (const [kind, envelope] of [
    ['face', await sealedFace(phone, checked)] as const,
    ['voice', await sealedVoice(phone, checked)] as const,
  ]) {
    const answer = await phone.put(shown.id, kind, envelope);
    if (answer.status !== 202) throw new Error(`${kind}: ${answer.code}`);
  }
  return { sessionId: shown.id, checked };
}

/** The same with the card: only the officer's word is missing. */
export async function carded(officer: StandInOfficer, who: Applicant, card: Card = cardOf(who)) {
  const { sessionId } = await lookedAt(officer, who);
  await officer.bringCard(sessionId, card);
  return sessionId;
}

/** Waits, on the phone, for the end. */
export async function endOf({ phone }: Applicant, sessionId: string): Promise<string> {
  for (;;) {
    const { state } = await readSession(phone.holder, sessionId);
    if (state !== 'deciding') return state;
    await new Promise((later) => setTimeout(later, 10));
  }
}

/** A whole raise; answers how it ended. */
export async function raiseThrough(
  officer: StandInOfficer,
  who: Applicant,
  { card, decision = yes }: { card?: Card; decision?: RaiseDecision } = {},
): Promise<string> {
  const sessionId = await carded(officer, who, card);
  await officer.decide(sessionId, decision);
  return endOf(who, sessionId);
}

/** The level that the phone is told of its credential. */
export async function levelOn({ phone }: Applicant): Promise<unknown> {
  const said = await phone.card();
  return typeof said === 'object' && said !== null && 'level' in said ? said.level : undefined;
}
