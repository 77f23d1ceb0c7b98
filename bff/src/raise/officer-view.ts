import type { OfficerView } from '../../../shared/contract/raise/officer-view.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { isFinal } from '../../../shared/sessions.ts';
import type { Ports } from '../ports/ports.ts';
import { wordOf } from '../session/awaits-word.ts';
import { shownWord } from '../session/holder-view.ts';
import type { InState, Session } from '../session/session.ts';

/** The session as officers of its point may see it: nothing of the phone, and nothing of what is found on its samples. */
export async function officerView(ports: Ports, session: Session): Promise<OfficerView> {
  const word = wordOf(session);
  return {
    ...{ sessionId: session.id, ceremony: session.ceremony, state: session.state, version: session.version },
    serverTime: ports.now(),
    ...(isFinal(session.state) ? {} : { deadline: session.deadline }),
    ...(word !== undefined && { word: word.stage }),
    ...('exception' in session.asked && session.asked.exception && { exception: session.asked.exception }),
    ...('pin' in session.asked && session.asked.pin && { pin: session.asked.pin }),
    ...('claim' in session && session.claim.shows === 'card' && guestWord(session)),
    ...('claim' in session && { attemptsLeft: limits.attemptsPerSession - session.claim.attempts }),
    ...('attempt' in session && { awaited: session.attempt.awaited }),
    ...(session.state === 'challenged' && (await toldOf(ports, session))),
    ...('endedAt' in session && { endedAt: session.endedAt }),
  };
}

/** No phone can show it. */
function guestWord(session: InState<'claimed' | 'challenged' | 'deciding'>): Pick<OfficerView, 'guestWord'> {
  const { word } = shownWord(session);
  return word === undefined ? {} : { guestWord: word };
}

/** What the card is sealed for; nothing where the challenge has run out. @throws Problem authority-unavailable */
async function toldOf(
  { officers, now }: Ports,
  { attempt }: InState<'challenged'>,
): Promise<Pick<OfficerView, 'challenge' | 'keyList' | 'secondNeeded'>> {
  if (attempt.challengeExpiresAt <= now()) return {};
  try {
    const told = await officers.partyChallenge(attempt.challengeId, 'officer');
    return { ...told, ...(attempt.secondNeeded && { secondNeeded: true }) };
  } catch (fault) {
    if (fault instanceof Problem && fault.code === 'not-found') return {};
    throw fault;
  }
}
