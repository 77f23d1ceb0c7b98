import { rulesOf } from '../../../shared/ceremonies.ts';
import type { ChallengeBody, ReceiptWanted } from '../../../shared/contract/attempt/03-challenge.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { stateGuardianWord } from '../../../shared/guardian/state-guardian-word.ts';
import { isChallengeAnswer } from '../holder/answers.ts';
import { callBff, newIdempotencyKey } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { patiently } from '../holder/patiently.ts';
import { judgingTime } from '../holder/server-time.ts';
import { stateConsent } from '../holder/state-consent.ts';
import { type Agreed, type CheckedChallenge, checkChallenge } from './check-challenge.ts';

/**
 * Takes a challenge for what the owner agreed to, proved to be the authority's. Asking for it is the agreement to `view`.
 * @param receipt where this phone wants its receipt to be kept, if it keeps receipts
 * @param copy where it wants a ward's own copy to be kept, whose face it takes
 * @throws HolderProblem authority-untrusted, clock-wrong, consent-missing, credential-locked, session-over, ...
 */
export async function challenge(
  holder: Holder,
  agreed: Agreed,
  receipt?: ReceiptWanted,
  copy?: ReceiptWanted,
): Promise<{ checked: CheckedChallenge; view: HolderView }> {
  const idempotencyKey = await newIdempotencyKey(holder);
  const answer = await patiently(holder.platform.clock, () =>
    callBff(holder, {
      method: 'POST',
      path: `/holder/v1/sessions/${agreed.view.id}/challenge`,
      body: bodyFor(holder, agreed, { receipt, copy }),
      idempotencyKey,
      guard: isChallengeAnswer,
    }),
  );
  return { checked: checkChallenge(holder, answer, agreed), view: answer.session };
}

function bodyFor(
  holder: Holder,
  { view, consent, idPhoto = false, ward }: Agreed,
  { receipt, copy }: { receipt: ReceiptWanted | undefined; copy: ReceiptWanted | undefined },
): ChallengeBody {
  const rules = rulesOf(view.ceremony);
  return {
    ...(rules.consent === 'with-challenge' ? { consent: stateConsent(holder, consent) } : {}),
    ...(rules.samples['id-photo'] === 'where-brought' ? { idPhoto } : {}),
    ...(receipt === undefined ? {} : { receipt }),
    ...(copy === undefined ? {} : { copy }),
    ...(ward === undefined ? {} : { ward: { delegationId: ward, word: wordFor(holder, view, ward) } }),
  };
}

/** This device's word that the ward may be checked in this session by who asks. */
function wordFor(holder: Holder, { id, asks }: Agreed['view'], delegation: string): string {
  return stateGuardianWord(holder.device, {
    ...{ delegation, act: 'use', session: id, now: judgingTime(holder) },
    ...{ counterId: asks?.counterId ?? '', scene: asks?.scene ?? '' },
  });
}
