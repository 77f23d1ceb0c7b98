import type { ConsentForm, ConsentSubject } from '../../../shared/consent/consent-forms.ts';
import type { ConsentShown } from '../../../shared/contract/attempt/03-challenge.ts';

/** What a person without a phone of theirs in it agreed to, in which words, and on which day: a time would lead to the check. */
export interface KeptConsent extends ConsentShown {
  form: ConsentForm;
  subject: ConsentSubject;
  /** SHA-256 of the words that were read (`hashConsentText`). */
  hash: string;
  /** YYYY-MM-DD, in China. */
  day: string;
}

export interface ConsentTable {
  /** One of each form is kept with a credential: who agrees to the same words again agrees to what is kept. */
  put(handle: string, consent: KeptConsent): void;
  of(handle: string): KeptConsent[];
}
