import { Value } from 'typebox/value';
import { HolderProblem } from '../../../miniprogram/src/holder/holder-problem.ts';
import { faultOf } from '../../../miniprogram/src/receipt/fault-of.ts';
import { openAssisted } from '../../../miniprogram/src/receipt/open-assisted.ts';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { type Attendant, attend } from '../../../scripts/stand-ins/officer/attendant.ts';
import type { StandInOfficer } from '../../../scripts/stand-ins/officer/officer.ts';
import { openOfficer } from '../../../scripts/stand-ins/officer/officer.ts';
import { type Notice, NoticesAnswer } from '../../../shared/contract/protect/notices.ts';
import * as limits from '../../../shared/limits.ts';
import { encodeWav } from '../../../shared/sample/encode-wav.ts';
import { packVoice } from '../../../shared/sample/pack-voice.ts';
import type { Identity } from '../../../shared/sample/samples.ts';
import { send } from './answers.fixture.ts';
import { publicUrl } from './bff.fixture.ts';
import { anotherCitizen } from './parties.fixture.ts';
import { type Applicant, applicant, cardOf, endOf, officerAt, samplesOf } from './raise.fixture.ts';
import { checkForReceipt } from './receipts.fixture.ts';
import type { World } from './world.fixture.ts';

let attendants = 0;

/** The PIN that guests of the world have. */
export const pin = '271828';

/** An attendant of the world at that counter, with a passkey and an open shift. @param of who they are; somebody new where absent */
export async function attendantAt(
  world: World,
  { id: counterId, rpId }: { id: string; rpId: string } = { id: 'cnt_hotel-1', rpId: 'rp_hotel' },
  of?: Identity,
): Promise<Attendant & { officerId: string }> {
  attendants += 1;
  const identity = of ?? anotherCitizen();
  if (of === undefined) world.authority.addPerson(identity);
  const { idNumber, name } = identity;
  const at = { rpId, counterId };
  const asked = { name: `协助员${attendants}`, legalName: name, idNumber, at, first: true };
  const { officerId } = await world.authority.administer('officers', asked);
  const { link } = await world.authority.administer(`officers/${officerId}/invite`);
  const { url, clock, authority } = world;
  const officer = openOfficer({ url, publicUrl, now: () => clock.at, root: authority.root, send });
  await officer.enrol(link);
  await officer.beginShift();
  return { ...attend(officer, authority.root), officerId };
}

/** What a BFF asks the authority for an assisted check with, by its own key. */
export const bodyOfAssist = (officer: string) => ({
  ...{ ceremony: 'assist', sessionId: `ses_${'a'.repeat(22)}`, attempt: 1, level: 'basic' },
  ...{ rpId: 'rp_hotel', counterId: 'cnt_hotel-1', scene: 'hotel', purpose: 'check-in' },
  ...{ deviceThumbprint: officer, parties: { officer }, consent: { face: false, voice: false } },
});

/** The tables of the BFF that have the text somewhere, and `log` where a line of it has. */
export async function placesOf({ ports, lines }: World, text: string): Promise<string[]> {
  const tables = await ports.db.read(`select name from sqlite_master where type = 'table'`, {});
  const found = [];
  for (const { name } of tables) {
    const rows = await ports.db.read(`select * from ${String(name)}`, {});
    if (rows.some((row) => Object.values(row).some((value) => String(value).includes(text))))
      found.push(String(name));
  }
  return lines.some((line) => line.includes(text)) ? [...found, 'log'] : found;
}

/** What a guest says, as the attendant's browser packs it. */
export const spoken = async (): Promise<Uint8Array> =>
  packVoice({ container: 'wav', recording: encodeWav(new Int16Array(200).fill(3), limits.voiceRate) });

/** A raise in which the holder sets a PIN at the officer's screen. */
export async function setPin(officer: StandInOfficer, who: Applicant, chosen = pin): Promise<string> {
  const session = await officer.open();
  await officer.wantPin(session.sessionId);
  const { sessionId } = await samplesOf(officer, who, session);
  await officer.bringCard(sessionId, cardOf(who));
  await officer.bringPin(sessionId, chosen);
  await officer.decide(sessionId, yes);
  return endOf(who, sessionId);
}

/** Who raised the guests of a world. */
const raisers = new WeakMap<World, StandInOfficer>();

/** Somebody with a strict credential and a PIN, and the card. */
export async function guest(world: World) {
  const who = await applicant(world);
  const officer = raisers.get(world) ?? (await officerAt(world));
  raisers.set(world, officer);
  const ended = await setPin(officer, who);
  if (ended !== 'passed') throw new Error(`the raise ended ${ended}`);
  return { ...who, card: cardOf(who) };
}

/** The same, whose phone has stated a receipt key in an earlier check. */
export async function keyedGuest(world: World) {
  const who = await guest(world);
  const { place } = await checkForReceipt(world, who.phone);
  return { ...who, privateKey: place.privateKey };
}

/** What a phone is told, in its order. */
export async function toldOn({ phone }: Pick<Applicant, 'phone'>): Promise<Notice[]> {
  const { body } = await phone.ask('GET', '/holder/v1/notices');
  return Value.Parse(NoticesAnswer, body).notices;
}

/** What came with the newest notice, as the phone itself opens it: which check it was, or what is wrong with it. */
export async function cameWith(who: Awaited<ReturnType<typeof keyedGuest>>, world: World) {
  const { at = 0, sealed = '' } = (await toldOn(who)).at(-1) ?? {};
  const { privateKey } = who;
  const keyList = await world.ports.authority.readKeyList();
  try {
    return openAssisted(who.phone.holder, { at, sealed }, { keyList, privateKey })?.claims;
  } catch (problem) {
    return problem instanceof HolderProblem ? `${problem.why} ${faultOf(problem)}` : problem;
  }
}
