import type { OfficerView } from '../../../shared/contract/raise/officer-view.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { isFinal } from '../../../shared/sessions.ts';
import type { OfficerCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { atCounter } from '../raise/at-desk.ts';
import { officerView } from '../raise/officer-view.ts';
import { isForRp } from '../session/ceremony-of.ts';
import { change, living } from '../session/change.ts';
import { isDeviceFlow } from '../session/device-codes.ts';
import { loadAtCounter } from '../session/load.ts';
import { deviceOf } from '../session/row.ts';
import { drawWord } from '../session/word.ts';

/**
 * The attendant takes an open check of the counter in a phone's place. Its counter sees what it sees of a phone that scanned: the check is
 * claimed, with a counter word wherever that would have one. Twice is once.
 * @throws Problem officer-may-not, not-found, session-over; step-out-of-order where a phone has it
 */
export async function takeCheck(
  ports: Ports,
  caller: OfficerCaller,
  sessionId: string,
): Promise<OfficerView> {
  const session = await loadAtCounter(ports, atCounter(caller), sessionId);
  if (!isForRp(ports, session)) throw new Problem('not-found');
  const { deviceThumbprint } = caller;
  if (deviceOf(session) === deviceThumbprint) return officerView(ports, session);
  if (isFinal(session.state)) throw new Problem('session-over');
  if (session.state !== 'open' || Object.keys(session.parties).length > 0)
    throw new Problem('step-out-of-order');
  const scanned = (await isDeviceFlow(ports, sessionId)) ? 'late' : 'fresh';
  const { word } = session.asked.request;
  if (scanned === 'late' && word === 'never') throw new Problem('step-out-of-order');
  const since = ports.now();
  const taken = await change(ports, session, {
    ...living(session),
    ceremony: 'assist',
    parties: { officer: deviceThumbprint },
    state: 'claimed',
    consent: 'not-given',
    deadline: since + limits.claimedLifetime,
    claim: {
      ...{ deviceThumbprint, shows: 'card', since, attempts: 0, hints: [] },
      ...drawWord(ports.random, word, scanned),
    },
  });
  if (typeof taken === 'string') return takeCheck(ports, caller, sessionId);
  // The log tells it from no other check.
  void ports.audit({ event: 'session-claimed', by: 'holder', sessionId: session.id });
  return officerView(ports, taken);
}
