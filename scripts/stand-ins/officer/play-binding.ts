import type { SessionView } from '../../../miniprogram/src/holder/who-asks.ts';
import type { RaiseDecision } from '../../../shared/raise/decision.ts';
import type { Card } from '../../../shared/sample/card.ts';
import type { Kin } from '../../../shared/sample/kin.ts';
import { isFinal } from '../../../shared/sessions.ts';
import type { Phone } from '../phone/pick-up-phone.ts';
import { type Owner, playCheck } from '../phone/play-journey.ts';
import type { StandInOfficer } from './officer.ts';

const yes: RaiseDecision = { outcome: 'pass', cardGenuine: true, faceUnnatural: false };

/**
 * A whole binding of a child: the officer shows a code, the guardian scans, agrees and looks, the officer brings the guardian's card and the child's paper and decides. Answers
 * what the phone is told of the end.
 */
export async function playBinding(
  officer: StandInOfficer,
  { holder }: Pick<Phone, 'holder'>,
  { card, kin, owner = {} }: { card: Card; kin: Kin; owner?: Owner },
): Promise<SessionView> {
  const session = await officer.openFamily();
  const { sessionId } = session;
  const onPhone = playCheck(holder, officer.code(session), owner);
  // Whoever of the two fails first ends it for both.
  onPhone.catch(() => undefined);
  for (;;) {
    const asked = await officer.until(sessionId, ({ awaited }) => awaited?.includes('kin') === true);
    if (isFinal(asked.state)) break;
    await officer.bringCard(sessionId, card);
    await officer.bringKin(sessionId, kin);
    const ready = await officer.until(sessionId, ({ awaited }) => awaited?.join() === 'officer-decision');
    if (isFinal(ready.state)) break;
    await officer.decide(sessionId, yes);
    const next = await officer.until(sessionId, ({ awaited }) => awaited?.includes('kin') === true);
    if (isFinal(next.state)) break;
  }
  return await onPhone;
}
