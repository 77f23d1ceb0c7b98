import { consentVersion } from '../../../shared/consent/consent-forms.ts';
import type {
  AssistChallengeAnswer,
  AssistChallengeBody,
} from '../../../shared/contract/assist/03-challenge.ts';
import { Problem } from '../../../shared/problem.ts';
import { challenge } from '../attempt/03-challenge.ts';
import type { IdempotencyKey, OfficerCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { loadAtDesk } from '../raise/at-desk.ts';
import { officerView } from '../raise/officer-view.ts';

/**
 * Asks the authority for the challenge of the next attempt, with what the guest chose: a face is never consented to, and a voice only where
 * they speak. Whose it is nobody here knows: the words that were read go to the authority, which does.
 * @throws Problem consent-outdated where the words were not those that are asked today, and as `challenge`
 */
export async function challengeAtCounter(
  ports: Ports,
  caller: OfficerCaller,
  sessionId: string,
  { voice, text }: AssistChallengeBody,
  idempotencyKey: IdempotencyKey,
): Promise<AssistChallengeAnswer> {
  await loadAtDesk(ports, caller, sessionId);
  if (voice !== (text !== undefined)) throw new Problem('request-invalid');
  if (text !== undefined && text.version !== consentVersion) throw new Problem('consent-outdated');
  const consent = { face: false, voice, ...(text !== undefined && { text }) };
  const { challenge: signed, keyList } = await challenge(
    ports,
    caller,
    sessionId,
    { consent },
    idempotencyKey,
  );
  const session = await officerView(ports, await loadAtDesk(ports, caller, sessionId));
  return { challenge: signed, keyList, session };
}
