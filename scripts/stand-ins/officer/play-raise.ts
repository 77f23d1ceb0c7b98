import { fileURLToPath } from 'node:url';
import type { SessionView } from '../../../miniprogram/src/holder/who-asks.ts';
import { addOfficerCall, inviteOfficerCall } from '../../../shared/contract/authority/administrator.ts';
import type { RaiseDecision } from '../../../shared/raise/decision.ts';
import type { Card } from '../../../shared/sample/card.ts';
import { isFinal } from '../../../shared/sessions.ts';
import { readCards } from '../../authority/register/read-cards.ts';
import { readTrust } from '../../sandbox/read-running.ts';
import type { RunningSandbox } from '../../sandbox/start-processes.ts';
import { callJson } from '../call-json.ts';
import type { Phone } from '../phone/pick-up-phone.ts';
import { type Owner, playCheck } from '../phone/play-journey.ts';
import { openOfficer, type StandInOfficer } from './officer.ts';

const cardsFile = fileURLToPath(new URL('../../people/cards.json', import.meta.url));
/** The answers of an officer who has no doubt. */
export const genuine: RaiseDecision = { outcome: 'pass', cardGenuine: true, faceUnnatural: false };

/** The sandbox card of a citizen, or of an outcome. @throws Error where there is none */
export function sandboxCard(id: string): Card {
  const found = readCards(cardsFile).cards.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no card of ${id}`);
  return found.card;
}

/** The administrator makes one of the first officers of a sandbox, who begins a shift with a passkey in software. */
export async function appointOfficer(
  { bffUrl, authorityUrl, sandbox }: RunningSandbox,
  { name, idNumber }: { name: string; idNumber: string },
  at: { pointId: string } | { rpId: string; counterId: string } = { pointId: 'acp_point-01' },
): Promise<StandInOfficer> {
  const headers = { authorization: `Bearer ${sandbox.authority.administratorToken}` };
  const body = { name, legalName: name, idNumber, at, first: true };
  const added = { url: authorityUrl + addOfficerCall.path, headers, body };
  const { officerId } = await callJson(added, addOfficerCall.answer);
  const path = inviteOfficerCall.path.replace(':officerId', officerId);
  const { link } = await callJson({ url: authorityUrl + path, headers, body: {} }, inviteOfficerCall.answer);
  const { root } = readTrust(sandbox);
  const officer = openOfficer({ url: bffUrl, publicUrl: bffUrl, now: Date.now, root });
  await officer.enrol(link);
  await officer.beginShift();
  return officer;
}

/**
 * A whole raise: the officer shows a code, the holder scans, agrees, looks and speaks, the officer reads the card and decides. Answers what
 * the phone is told of the end.
 */
export async function playRaise(
  officer: StandInOfficer,
  { holder }: Pick<Phone, 'holder'>,
  {
    card,
    decision = genuine,
    second,
    owner,
    pin,
  }: {
    card: Card;
    decision?: RaiseDecision;
    /** Who bears out an exception. */
    second?: StandInOfficer | undefined;
    owner?(sessionId: string): Owner;
    pin?: string;
  },
): Promise<SessionView> {
  const session = await officer.open();
  const { sessionId } = session;
  if (pin !== undefined) await officer.wantPin(sessionId);
  const onPhone = playCheck(holder, officer.code(session), owner?.(sessionId));
  // Whoever of the two fails first ends it for both.
  onPhone.catch(() => undefined);
  for (;;) {
    const challenged = await officer.until(sessionId, ({ awaited }) => awaited?.includes('card') === true);
    if (isFinal(challenged.state)) break;
    await officer.bringCard(sessionId, card);
    if (pin !== undefined) await officer.bringPin(sessionId, pin);
    const ready = await officer.until(sessionId, ({ awaited }) => awaited?.join() === 'officer-decision');
    if (isFinal(ready.state)) break;
    await officer.decide(sessionId, decision);
    await second?.decide(sessionId, decision);
    const next = await officer.until(
      sessionId,
      ({ state, awaited }) => state === 'challenged' && awaited?.includes('card') === true,
    );
    if (isFinal(next.state)) break;
  }
  return await onPhone;
}
