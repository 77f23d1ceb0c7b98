import { faceTakers } from '../../../shared/challenge.ts';
import { type ConsentSubject, consentForms, consentSubjects } from '../../../shared/consent/consent-forms.ts';
import type { ConsentReceipt, ConsentsAnswer } from '../../../shared/contract/protect/consents.ts';
import { idPattern } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { callBff } from '../holder/call-bff.ts';
import { flag, type Guard, list, moment, oneOf, record, text } from '../holder/guards.ts';
import type { Holder } from '../holder/holder.ts';
import { patiently } from '../holder/patiently.ts';

const isThirdParty = oneOf(faceTakers.filter((taker) => taker !== 'phone'));

export const isConsentReceipt: Guard<ConsentReceipt> = record(
  {
    version: oneOf(['LZ-CONSENT/1']),
    receiptId: text(new RegExp(idPattern.cns)),
    jurisdiction: oneOf(['CN']),
    timestamp: text(/^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+Z)?$/),
    collectionMethod: oneOf(['ticked-on-the-phone', 'agreed-on-the-phone-in-a-check']),
    language: oneOf(['zh', 'en']),
    text: record(
      { form: oneOf(consentForms), version: text(), current: flag },
      { hash: text(/^[A-Za-z0-9_-]{43}$/), title: text(), words: text() },
    ),
    subject: oneOf(consentSubjects),
    controllers: list(
      record({
        role: oneOf(['authority', 'operator']),
        name: record({ zh: text(), en: text() }),
        contact: text(),
      }),
    ),
    policyUrl: text(),
    purposes: list(
      record({
        purpose: oneOf(['enrolment', 'identity-check']),
        type: oneOf(['explicit']),
        category: oneOf(['proving-who-one-is']),
        termination: oneOf(['with-the-credential', 'with-the-check']),
        thirdParties: list(isThirdParty),
      }),
    ),
    sensitive: (value): value is true => value === true,
  },
  { ended: record({ at: moment, by: oneOf(['withdrawn', 'replaced', 'over']) }) },
);

const isConsents: Guard<ConsentsAnswer> = record({
  consents: list(isConsentReceipt, 0, limits.consentsListed),
  serverTime: moment,
});

/** What this holder agreed to, the newest first. @throws HolderProblem */
export async function readConsents(holder: Holder): Promise<ConsentReceipt[]> {
  const { consents } = await patiently(holder.platform.clock, () =>
    callBff(holder, { method: 'GET', path: '/holder/v1/consents', guard: isConsents }),
  );
  return consents;
}

/** Takes consent back, at once and without a face; twice is once. @throws HolderProblem */
export async function withdrawConsent(holder: Holder, subject: ConsentSubject): Promise<ConsentReceipt[]> {
  const { consents } = await patiently(holder.platform.clock, () =>
    callBff(holder, {
      method: 'POST',
      path: '/holder/v1/consents/withdrawals',
      body: { subject },
      guard: isConsents,
    }),
  );
  return consents;
}
