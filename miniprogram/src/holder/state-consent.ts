import { consentVersion } from '../../../shared/consent/consent-forms.ts';
import type { Consent, StatedConsent } from '../../../shared/contract/attempt/03-challenge.ts';
import type { Holder } from './holder.ts';

/** What the person chose, with the words that this package asks in: the BFF records both. */
export function stateConsent({ link }: Pick<Holder, 'link'>, { face, voice }: Consent): StatedConsent {
  return { face, voice, text: { version: consentVersion, language: link.language ?? 'zh' } };
}
