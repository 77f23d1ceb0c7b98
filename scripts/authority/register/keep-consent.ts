import { dateInChina } from '../../../shared/china-calendar.ts';
import type { ConsentForm, ConsentSubject } from '../../../shared/consent/consent-forms.ts';
import { wordsAgreedTo } from '../../../shared/consent/words-agreed-to.ts';
import type { ConsentShown } from '../../../shared/contract/attempt/03-challenge.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';

/**
 * Keeps with a credential what its owner agreed to where the BFF does not know whose consent it is. Called within `store.together`.
 * @throws RangeError for words that nobody was ever asked in
 */
export function keepConsent(
  { store, now }: Pick<AuthorityPorts, 'store' | 'now'>,
  handle: string,
  asked: { form: ConsentForm; subject: ConsentSubject },
  shown: ConsentShown,
): void {
  const read = wordsAgreedTo({ ...asked, ...shown, taker: 'phone' });
  if (read === undefined) throw new RangeError('agreed to in no words of ours');
  store.consents.put(handle, { ...asked, ...shown, hash: read.hash, day: dateInChina(now()) });
}
